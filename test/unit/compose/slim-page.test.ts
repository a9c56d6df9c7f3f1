import { describe, expect, it } from '@jest/globals';
import { slimPage } from '../../../src/compose/slim-page.ts';

const bodyOf = (html: string): string | undefined =>
  /^<html><body>(.*)<\/body><\/html>$/s.exec(slimPage(html) ?? '')?.[1];

describe('slimPage', () => {
  it.each([
    ['<p>Раз<p>Два', '<p>Раз</p><p>Два</p>'],
    ['<p>Раз<div>Два</div>', '<p>Раз</p><div>Два</div>'],
    ['<ul><li>Раз<li>Два</ul>', '<ul><li>Раз</li><li>Два</li></ul>'],
    [
      '<table><tr><td>Раз<td>Два<tr><td>Три</table>',
      '<table><tr><td>Раз</td><td>Два</td></tr><tr><td>Три</td></tr></table>',
    ],
    ['<b><i>Раз</b> два</i>', '<b><i>Раз</i></b> два'],
    ['</div>Раз<br>два', 'Раз<br/>два'],
    ['<div>Раз', '<div>Раз</div>'],
  ])('makes well-formed markup of %s', (html, slim) => {
    expect(bodyOf(html)).toBe(slim);
  });

  it('keeps the attributes that tell of an element, and no others', () => {
    expect(bodyOf('<DIV CLASS=\'a"b\' onclick="x" hidden style="color:red">Раз</DIV>')).toBe(
      '<div class="a&quot;b" hidden="">Раз</div>',
    );
    expect(bodyOf('<div style="display:none">Раз</div>')).toBe('<div style="display:none">Раз</div>');
  });

  it('leaves out scripts, pictures and comments', () => {
    expect(bodyOf('<head><title>Т</title></head><script>x</script><img src="1.jpg"><!-- y -->Раз')).toBe('Раз');
  });

  it('decodes entities once, and writes only what markup needs', () => {
    expect(bodyOf('<p>&laquo;A &amp;lt; B&raquo; &#151; <')).toBe('<p>«A &amp;lt; B» — &lt;</p>');
  });

  it.each([
    ['too many elements', '<p>Раз</p>'.repeat(20_000)],
    ['too many levels', '<div>'.repeat(200)],
    ['too much around too much', ('<div>'.repeat(100) + '</div>'.repeat(100)).repeat(100)],
    ['too much text', 'слово '.repeat(100_000)],
  ])('gives up a page with %s', (_, html) => {
    expect(slimPage(html)).toBeNull();
  });
});
