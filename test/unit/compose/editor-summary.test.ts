import { describe, expect, it } from '@jest/globals';
import { takeEditorSummary } from '../../../src/compose/editor-summary.ts';

const headline = 'Новый мост открыли в Гяндже';
const body =
  'Переправа длиной шестьсот метров связала рабочие кварталы левого берега с университетом, больницей и вокзалом на правом берегу реки. Проезд бесплатный.';

describe('takeEditorSummary', () => {
  it.each(['Город ждал десять лет.', 'Город ждал десять лет', 'Подробности — в нашем репортаже…'])(
    'trusts: %s',
    (summary) => {
      expect(takeEditorSummary(summary, headline, body)).toBe(summary);
    },
  );

  it.each([body.slice(0, 115), `${body.slice(0, 115)}...`])(
    'does not trust the body cut off in mid-sentence: %s',
    (summary) => {
      expect(takeEditorSummary(summary, headline, body)).toBeNull();
    },
  );

  it('does not say the headline twice', () => {
    expect(takeEditorSummary(headline, headline, body)).toBeNull();
  });

  it.each([null, '', ' <p></p> '])('has none in %j', (summary) => {
    expect(takeEditorSummary(summary, headline, body)).toBeNull();
  });

  it('is what there is when the article has no text', () => {
    const cut = `${body.slice(0, 115)}...`;
    expect(takeEditorSummary(cut, headline, '')).toBe(cut);
  });
});
