import { describe, expect, it } from '@jest/globals';
import type { ChannelConfig } from '../../src/article/channel.ts';
import { routePost } from '../../src/route.ts';
import { aChannelConfig } from '../contract/a-channel-config.ts';
import { aPost } from './compose/messages/a-post.ts';

const aChannel = (changes: Partial<ChannelConfig> = {}): ChannelConfig =>
  aChannelConfig({ id: 'tg', platform: 'telegram', target: '@herald', ...changes });

const ruleFor = (takes: ChannelConfig['takes'], post = aPost(), options = {}) =>
  routePost(post, [aChannel({ takes })], options)[0]?.skippedBy;

describe('routing', () => {
  it('tells every channel that takes all, in the order of the channels', () => {
    expect(routePost(aPost(), [aChannel({ id: 'b' }), aChannel({ id: 'a' })], {})).toEqual([
      { channel: 'b', skippedBy: null },
      { channel: 'a', skippedBy: null },
    ]);
  });

  it('matches languages by their primary subtag', () => {
    expect(ruleFor({ languages: ['az', 'RU'] })).toBeNull();
    expect(ruleFor({ languages: ['ru-RU'] })).toBeNull();
    expect(ruleFor({ languages: ['az'] })).toBe('takes.languages');
    expect(ruleFor({ languages: ['ru'] }, aPost({ language: 'und' }))).toBe('takes.languages');
  });

  it('matches sections whatever their case', () => {
    expect(ruleFor({ sections: ['политика'] }, aPost({ section: 'Политика' }))).toBeNull();
    expect(ruleFor({ sections: ['iqtisadiyyat'] }, aPost({ section: 'İQTİSADİYYAT' }))).toBeNull();
    expect(ruleFor({ sections: ['Спорт'] }, aPost({ section: 'Политика' }))).toBe('takes.sections');
  });

  it('tells an article without a section only to channels that name none', () => {
    expect(ruleFor({ sections: ['Спорт'] })).toBe('takes.sections');
    expect(ruleFor({})).toBeNull();
  });

  it('matches any of the tags', () => {
    expect(ruleFor({ tags: ['выборы', 'Спорт'] }, aPost({ tags: ['футбол', 'спорт'] }))).toBeNull();
    expect(ruleFor({ tags: ['выборы'] }, aPost({ tags: [] }))).toBe('takes.tags');
  });

  it('matches the priority', () => {
    expect(ruleFor({ priority: 'breaking' }, aPost({ breaking: true }))).toBeNull();
    expect(ruleFor({ priority: 'breaking' })).toBe('takes.priority');
    expect(ruleFor({ priority: 'normal' }, aPost({ breaking: true }))).toBe('takes.priority');
  });

  it('lets a post wait for an editor whose summary is trusted too little', () => {
    const decide = (confidence: number, options = {}) =>
      routePost(aPost({ confidence }), [aChannel({ minConfidence: 0.6 })], options)[0]?.skippedBy;
    expect(decide(0.3)).toBe('confidence 0.3 below 0.6');
    expect(decide(0.6)).toBeNull();
    expect(decide(0.3, { to: ['tg'] })).toBeNull();
  });

  it('needs every key to match', () => {
    expect(ruleFor({ languages: ['ru'], tags: ['выборы'] })).toBe('takes.tags');
  });

  it('tells the channels that an editor named, whatever they take, and no others', () => {
    expect(ruleFor({ languages: ['az'] }, aPost(), { to: ['tg'] })).toBeNull();
    expect(ruleFor({}, aPost(), { to: ['other'] })).toBe('to');
  });

  it('skips a duplicate unless an editor named the channel', () => {
    expect(ruleFor({}, aPost(), { duplicateOf: '7' })).toBe('duplicate of 7');
    expect(ruleFor({}, aPost(), { duplicateOf: '7', to: ['tg'] })).toBeNull();
    expect(ruleFor({}, aPost(), { duplicateOf: null })).toBeNull();
    expect(ruleFor({}, aPost(), { nearDuplicateOf: '7' })).toBe('near-duplicate of 7');
    expect(ruleFor({}, aPost(), { duplicateOf: '6', nearDuplicateOf: '7' })).toBe('duplicate of 6');
    expect(ruleFor({}, aPost(), { nearDuplicateOf: '7', to: ['tg'] })).toBeNull();
  });
});
