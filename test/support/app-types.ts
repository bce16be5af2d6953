/** Content types and components of the test app as one host shall have them: others beside its own, or some gone. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A schema as an app keeps it in `schema.json`. */
export type Schema = Readonly<Record<string, unknown>> & { readonly attributes: Readonly<Record<string, object>> };

export interface AppTypes {
  /** By the name of the API: a type that is new or another; `null`: gone. */
  readonly types?: Readonly<Record<string, Schema | null>>;
  /** By uid, `category.name`. */
  readonly components?: Readonly<Record<string, Schema>>;
}

export interface AppFolders {
  readonly api: string;
  readonly components: string;
  readonly remove: () => void;
}

/** Folders from which Strapi can load them, made for one host. Code of the app is linked: it requires packages. */
export const appFolders = (appDir: string, { types = {}, components = {} }: AppTypes): AppFolders => {
  const folder = mkdtempSync(join(tmpdir(), 'content-strategy-app-'));
  const folders = { api: join(folder, 'api'), components: join(folder, 'components') };
  for (const api of readdirSync(join(appDir, 'src/api'))) if (types[api] !== null) linkApi(appDir, folders.api, api);
  cpSync(join(appDir, 'src/components'), folders.components, { recursive: true });
  for (const [name, schema] of Object.entries(types)) {
    if (schema !== null) write(join(folders.api, name, 'content-types', name, 'schema.json'), schema);
  }
  for (const [uid, schema] of Object.entries(components)) {
    write(join(folders.components, `${uid.replace('.', '/')}.json`), schema);
  }
  return { ...folders, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

const linkApi = (appDir: string, to: string, api: string): void => {
  const own = join(appDir, 'src/api', api);
  mkdirSync(join(to, api), { recursive: true });
  for (const part of readdirSync(own)) {
    if (part === 'content-types') cpSync(join(own, part), join(to, api, part), { recursive: true });
    else symlinkSync(join(own, part), join(to, api, part));
  }
};

const write = (file: string, schema: Schema): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(schema));
};
