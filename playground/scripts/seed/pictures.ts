import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { PLAYGROUND } from '../paths';

const COLORS = ['#4945ff', '#328048', '#d9822f', '#9736e8', '#0c75af', '#b72b1a'] as const;

/** A file of the Media Library. */
export interface SampleFile {
  readonly id: number;
  readonly url: string;
}

export interface SampleFiles {
  readonly pictures: readonly SampleFile[];
  readonly checklist: SampleFile;
}

/** Draws a few pictures and writes a few sheets, under fixed names so that starting over leaves nothing behind. */
export const addFiles = async (strapi: Core.Strapi): Promise<SampleFiles> => {
  const pictures: SampleFile[] = [];
  for (const [index, color] of COLORS.entries()) {
    pictures.push(await addFile(strapi, `pennant-${index + 1}`, '.svg', 'image/svg+xml', drawing(color, index)));
  }
  // Left behind: a picture that somebody uploaded twice, and a sheet that no entry links to any more.
  await addFile(strapi, 'pennant-1-copy', '.svg', 'image/svg+xml', drawing(COLORS[0], 0));
  await addFile(strapi, 'rate-card-2019', '.pdf', 'application/pdf', onePage('Rate card 2019'));
  return {
    pictures,
    checklist: await addFile(
      strapi,
      'purchasing-checklist',
      '.pdf',
      'application/pdf',
      onePage('Purchasing basics: twelve questions')
    ),
  };
};

const addFile = async (
  strapi: Core.Strapi,
  hash: string,
  ext: string,
  mime: string,
  content: string
): Promise<SampleFile> => {
  const folder = join(PLAYGROUND, 'public', 'uploads');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${hash}${ext}`), content);
  const url = `/uploads/${hash}${ext}`;
  const size = Buffer.byteLength(content) / 1000;
  const image = ext === '.svg' ? { width: WIDTH, height: HEIGHT, alternativeText: 'A pattern of flags' } : {};
  const data = { name: `${hash}${ext}`, hash, ext, mime, size, url, provider: 'local', folderPath: '/', ...image };
  const { id } = (await strapi.db.query('plugin::upload.file').create({ data })) as { id: number };
  return { id, url };
};

const WIDTH = 1200;
const HEIGHT = 630;

/** Pennants on a line, a different number on each picture. */
const drawing = (color: string, index: number): string => {
  const flags = Array.from({ length: 4 + index }, (_, flag) => {
    const x = 80 + (flag * (WIDTH - 160)) / (4 + index);
    return `<path d="M${x} 200h90l-45 ${160 + ((flag * 37) % 90)}z" fill="${color}" opacity="${0.4 + (flag % 3) * 0.25}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="100%" height="100%" fill="#f6f6f9"/><path d="M40 200h1120" stroke="#32324d" stroke-width="4"/>`,
    ...flags,
    '</svg>',
    '',
  ].join('\n');
};

/** The smallest PDF that readers open: one page, one line of text. */
const onePage = (line: string): string => {
  const text = `BT /F1 18 Tf 60 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${pdf}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
};
