import { describe, expect, it } from '@jest/globals';
import { rateConfidence } from '../../../src/compose/confidence.ts';

const headline = 'Новый мост через реку открыли в Гяндже';
const about = 'Новый мост в Гяндже открыли в понедельник утром, сообщил мэр города журналистам.';
const other = 'Использование сведений без письменного согласия владельца не допускается никому.';

describe('rateConfidence', () => {
  it('is nothing for an empty summary', () => {
    expect(rateConfidence('', headline, 'body')).toBe(0);
  });

  it('is higher for a summary that speaks of what the headline speaks of', () => {
    expect(rateConfidence(about, headline, 'article')).toBeGreaterThan(rateConfidence(other, headline, 'article'));
  });

  it('is lower when no article could be found in the page', () => {
    expect(rateConfidence(about, headline, 'page')).toBeLessThan(rateConfidence(about, headline, 'article'));
  });

  it('stays between 0 and 1', () => {
    expect(rateConfidence(about, headline, 'body')).toBeLessThanOrEqual(1);
    expect(rateConfidence('Да…', headline, 'page')).toBeGreaterThanOrEqual(0);
  });
});
