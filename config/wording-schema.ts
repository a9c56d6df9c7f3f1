import { z } from 'zod';
import { count, words } from './fields.ts';
import { findTemplateFaults } from './template.ts';

const template = z
  .array(z.string().max(300))
  .min(1)
  .max(30)
  .superRefine((lines, context) => {
    for (const { at, message } of findTemplateFaults(lines))
      context.addIssue({ code: 'custom', path: [at], message, input: lines[at] });
  })
  .exactOptional()
  .describe('The message as a list of lines with parts such as {headline}; an empty line leaves a space.');

const hashtags = z
  .strictObject({
    sections: z.boolean().exactOptional().describe('A hashtag of the section; usually none.'),
    tags: z.boolean().exactOptional().describe('Hashtags of the tags; usually none.'),
    max: count.max(10).exactOptional().describe('At most so many, up to 10; usually 3.'),
  })
  .exactOptional()
  .describe('What the part {tags} is made of.');

const parameter = words.max(100);

const utm = z
  .strictObject({
    source: parameter.exactOptional().describe('The value of utm_source.'),
    medium: parameter.exactOptional().describe('The value of utm_medium.'),
    campaign: parameter.exactOptional().describe('The value of utm_campaign.'),
  })
  .exactOptional()
  .describe('Query parameters added to the link, unless it has them.');

/** What a newsroom says for all channels, and each channel otherwise for itself. */
export const wordingFields = { template, hashtags, utm };

export const callToAction = words
  .max(300)
  .refine((text) => !/\p{Cc}/u.test(text), { error: 'expected one line' })
  .exactOptional()
  .describe('The part {callToAction}: a line that invites readers, such as "Follow us on WhatsApp".');
