import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { Delivery } from '../../../src/article/delivery.ts';
import { DeliveryTable } from '../../../src/web/pages/delivery-table.tsx';
import { deliveryOf } from '../../support/desk-words.ts';

const show = (about: Partial<Delivery>): string => {
  const identity = { actor: { name: 'Leyla', role: 'viewer' }, csrf: null } as const;
  const deliveries = [deliveryOf('1009', 'tg-az', { state: 'sent', ...about })];
  return renderToString(<DeliveryTable deliveries={deliveries} identity={identity} here="/" empty="None." />);
};

describe('a post whose newest revision is not there yet', () => {
  it('shows which one stands', () => {
    expect(show({ revision: 1, wanted: 2 })).toContain('revision 1 stands, 2 is on its way');
  });

  it('names none while nobody can tell which one stands', () => {
    const html = show({ revision: 0, wanted: 2 });
    expect(html).toContain('revision 2 is said once more');
    expect(html).not.toContain('revision 0');
  });

  it('shows nothing once it is there', () => {
    expect(show({ revision: 2, wanted: 2 })).not.toContain('revision');
  });
});
