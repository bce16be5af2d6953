import fc from 'fast-check';
import { createFileNames, namesIn } from '../../../server/core/files/references';

const names = createFileNames();
names.add({ id: 1, hash: 'photo_ab12cd34ef', url: '/uploads/photo_ab12cd34ef.jpg' });
names.add({
  id: 2,
  hash: 'my_old_photo_0123456789',
  url: 'https://bucket.example.com/media/my_old_photo_0123456789.png',
});
names.add({ id: 3, hash: 'Price_list_2026_aaaaaaaaaa', url: '/uploads/Price_list_2026_aaaaaaaaaa.pdf' });
names.add({ id: 4, hash: 'logo', url: '/uploads/logo.svg' });
names.add({ id: 5, hash: 'hero_bbbbbbbbbb', url: 'https://res.example.com/image/upload/v12/x9k2.webp?sig=1' });
names.add({ id: 6, hash: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', url: '/uploads/0f1e2d3c4b5a69788796a5b4c3d2e1f0.mp4' });
names.add({ id: 7, hash: 'Über uns', url: '/uploads/%C3%9Cber%20uns.pdf' });
names.add({ id: 8, hash: 'photo_ab12cd34ef', url: '/uploads/photo_ab12cd34ef.jpg' });

test.each([
  ['markdown', '![A photo](/uploads/my_old_photo_0123456789.png)', [2]],
  ['HTML', '<p><img src="/uploads/hero_bbbbbbbbbb.webp" alt=""></p>', [5]],
  ['absolute', 'see https://cms.example.com/uploads/my_old_photo_0123456789.png.', [2]],
  ['behind a CDN', '<img src=https://cdn.example.com/fit-in/800x600/x/my_old_photo_0123456789.png>', [2]],
  ['a CDN that adds an extension', 'https://cdn.example.com/my_old_photo_0123456789.png.webp?w=200', [2]],
  ['a format', '![](/uploads/small_my_old_photo_0123456789.png)', [2]],
  ['a CDN that adds a size', 'https://cdn.example.com/my_old_photo_0123456789_w200.png', [2]],
  ['a format of two words', '/uploads/extra_large_hero_bbbbbbbbbb.webp', [5]],
  ['a set of formats', 'srcset="/uploads/small_hero_bbbbbbbbbb.webp 500w,/uploads/logo.svg 750w"', [5, 4]],
  ['as a parameter of an image service', '/_next/image?url=%2Fuploads%2FPrice_list_2026_aaaaaaaaaa.pdf&w=64', [3]],
  ['a name without a random end, encoded', '/_next/image?url=https%3A%2F%2Fa.b%2Fuploads%2Flogo.svg&w=64', [4]],
  ['JSON', '{"download":{"url":"/uploads/Price_list_2026_aaaaaaaaaa.pdf"}}', [3]],
  ['JSON in JSON', '{"text":"{\\"src\\":\\"/uploads/hero_bbbbbbbbbb.png\\"}"}', [5]],
  ['the hash alone', 'file: photo_ab12cd34ef; next', [1, 8]],
  ['the hash alone at the end of a sentence', 'See Price_list_2026_aaaaaaaaaa.', [3]],
  ["a provider's own name", 'https://res.example.com/image/upload/w_200/v12/x9k2.webp', [5]],
  ["Strapi 3's hash", 'video 0f1e2d3c4b5a69788796a5b4c3d2e1f0 here', [6]],
  ['letters beyond ASCII', '[Über uns](/uploads/%C3%9Cber%20uns.pdf)', [7]],
  ['CSS', 'background:url(/uploads/thumbnail_hero_bbbbbbbbbb.webp)', [5]],
  ['nothing', 'A logo, a photo and photo_ab12cd34e of https://example.com/logo/photo', []],
  ['another file of the same name', '/uploads/photo_ffffffffff.jpg', []],
  ['an unfinished encoding', '/uploads/%E0%A4%A_hero_bbbbbbbbbb.png and %', [5]],
])('%s', (_name, text, ids) => {
  expect([...names.find(text)].sort()).toEqual([...ids].sort());
});

test('wherever a name stands, and whatever around it, it is found', () => {
  const around = fc.string().filter((text) => !/[\w%.-]$/.test(text) && !/^[\w%.-]/.test(text));
  fc.assert(
    fc.property(around, around, fc.constantFrom('', 'small_', 'x_large_'), (before, after, format) => {
      expect(names.find(`${before} /uploads/${format}hero_bbbbbbbbbb.webp ${after}`)).toContain(5);
    })
  );
});

test.each([
  ['slashes', '/'.repeat(400_000)],
  ['underscores', '_'.repeat(400_000)],
  ['hashes without an end', '_0123456789'.repeat(40_000)],
  ['Base64', `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUg+'.repeat(20_000)}`],
  ['dots', `/${'.'.repeat(400_000)}`],
  ['encoded slashes', '%2F'.repeat(130_000)],
])('a long run of %s is gone through once and names nothing', (_name, text) => {
  // Were it gone through again from each character, this test would not end.
  expect([...names.find(text)]).toEqual([]);
  expect(namesIn(text).size).toBeLessThan(20_001);
});
