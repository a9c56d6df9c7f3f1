import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodePage } from '../../../src/ingest/decode-page.ts';

const title = 'В Баку открылся новый мост';
const page = (head = '') => `<html><head>${head}<title>${title}</title></head></html>`;

describe('decodePage', () => {
  it.each(['windows-1251', 'koi8-r', 'utf-8', 'utf-16le', 'iso-8859-5'])('believes the header about %s', (charset) => {
    expect(decodePage(iconv.encode(page(), charset), `text/html; charset="${charset}"`)).toContain(title);
  });

  it.each([
    ['windows-1251', '<meta charset=windows-1251>'],
    ['koi8-r', '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'],
    ['utf-8', '<meta charset="utf-8">'],
    ['utf-8', '<meta charset="utf-16">'],
    ['utf-8', '<meta charset="no-such-charset">'],
    ['utf-8', ''],
  ])('reads %s declared by %s', (charset, meta) => {
    expect(decodePage(iconv.encode(page(meta), charset), 'text/html')).toContain(title);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('believes a byte order mark of %s before anything else', (charset) => {
    const bytes = iconv.encode(page('<meta charset=koi8-r>'), charset, { addBOM: true });
    const text = decodePage(bytes, 'text/html; charset=windows-1251');
    expect(text.startsWith('<html>')).toBe(true);
    expect(text).toContain(title);
  });

  it('does not believe a header that says UTF-8 over an old page', () => {
    expect(decodePage(iconv.encode(page(), 'windows-1251'), 'text/html; charset=utf-8')).toContain(title);
    const declared = iconv.encode(page('<meta charset=koi8-r>'), 'koi8-r');
    expect(decodePage(declared, 'text/html; charset=utf-8')).toContain(title);
  });

  it('keeps a page in UTF-8 that has one broken letter', () => {
    const bytes = Buffer.concat([Buffer.from(page()), Buffer.from([0xd0])]);
    expect(decodePage(bytes, 'text/html')).toContain(title);
  });

  it('reads what is called Latin-1 as browsers do', () => {
    expect(decodePage(Buffer.from([0x93, 0xe9, 0x94]), 'text/html; charset=ISO-8859-1')).toBe('“é”');
  });
});
