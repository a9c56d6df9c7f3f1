import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '../../../src/ingest/parse-event.ts';

const article = { id: '1009', url: 'https://newsroom.example/news/1009', title: 'Bakıda yeni körpü açılıb' };

const faultsOf = (jobName: string, data: unknown) => {
  const parsed = parseEvent(jobName, data);
  return parsed.ok ? [] : parsed.faults.map(({ message }) => message);
};

describe('parseEvent', () => {
  it.each(['article.published', 'article.corrected'] as const)('reads %s by the name of the job', (type) => {
    expect(parseEvent(type, { article })).toMatchObject({ ok: true, value: { type, article, push: {} } });
  });

  it('reads the type from the data when the job has no name', () => {
    expect(parseEvent('', { type: 'article.published', article })).toMatchObject({ ok: true });
  });

  it('needs no more than the id for a retraction', () => {
    const data = { type: 'article.retracted', article: { id: '1009', title: 5 } };
    expect(parseEvent('article.retracted', data)).toEqual({
      ok: true,
      value: { type: 'article.retracted', article: { id: '1009' } },
    });
  });

  it.each([undefined, null, 'x', {}, { id: '' }])('refuses a retraction of %j', (retracted) => {
    expect(faultsOf('article.retracted', { article: retracted })[0]).toMatch(/^article/);
  });

  it('refuses two types that differ', () => {
    expect(faultsOf('article.published', { type: 'article.corrected', article })).toEqual([
      'type is "article.corrected", but the job\'s name is "article.published"; make them the same',
    ]);
  });

  it('lists the types it knows to one it does not', () => {
    const known = 'article.published, article.corrected, article.retracted';
    expect(faultsOf('article.deleted', { article })).toEqual([`type must be one of: ${known}; not "article.deleted"`]);
    expect(faultsOf('', { type: 7, article })).toEqual([`type must be one of: ${known}; not the number 7`]);
  });

  it('takes version 1 only, and says so', () => {
    expect(parseEvent('article.published', { version: 1, article }).ok).toBe(true);
    expect(parseEvent('article.published', { version: '', article }).ok).toBe(true);
    expect(faultsOf('article.published', { version: 2, article })).toEqual([
      'version must be one of: 1; not the number 2; leave it out for 1',
    ]);
  });

  it.each(['{"article":{}}', null, undefined, [article]])('refuses %j in place of the data', (data) => {
    expect(faultsOf('article.published', data)[0]).toContain('must be an object');
  });

  it('reads whom to push to, and when', () => {
    const push = { to: ['tg-ru'], at: '2024-04-28T23:51:00+04:00' };
    expect(parseEvent('article.published', { article, push })).toMatchObject({ ok: true, value: { push } });
  });

  it('reports the faults of the article and of the push together', () => {
    const faults = faultsOf('article.published', {
      article: { ...article, title: '' },
      push: { to: 'tg-ru', at: 'now' },
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['article.title', 'push.to', 'push.at']);
  });

  it('refuses a push to nobody', () => {
    expect(faultsOf('article.published', { article, push: { to: [] } })).toHaveLength(1);
    expect(faultsOf('article.published', { article, push: 'tg-ru' })).toHaveLength(1);
  });

  it('refuses an event over 5 MB, whatever makes it large', () => {
    const data = { article, attachment: 'x'.repeat(5 * 1024 * 1024) };
    expect(faultsOf('article.published', data)[0]).toContain('at most 5 MB');
  });

  it('refuses an event that is nested too deeply to be written', () => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000));
    expect(faultsOf('article.published', { article, deep })).toHaveLength(1);
  });
});
