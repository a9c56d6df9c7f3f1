/** The named parts of a message; what stands in braces in a template. */
export const partNames = [
  'breaking',
  'headline',
  'summary',
  'link',
  'credit',
  'tags',
  'section',
  'callToAction',
] as const;
export type PartName = (typeof partNames)[number];

/** One line of a message: parts with the newsroom's own words before each, and after the last. */
export interface TemplateLine {
  /** Each part stands at most once in a template. */
  readonly parts: readonly { readonly before: string; readonly part: PartName }[];
  /** In a line without parts: all of it; then an empty one is the space between two blocks. */
  readonly after: string;
}

export type Template = readonly TemplateLine[];

/** What hashtags are made of. */
export interface Hashtags {
  readonly sections: boolean;
  readonly tags: boolean;
  readonly max: number;
}

/** Query parameters by which a newsroom's statistics tell where a reader came from; null: that one is not added. */
export interface Utm {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
}

/** How the messages of a channel are put into words. */
export interface Wording {
  readonly template: Template;
  readonly hashtags: Hashtags;
  readonly callToAction: string | null;
  readonly utm: Utm;
}

const lineOf = (...parts: readonly PartName[]): TemplateLine => ({
  parts: parts.map((part) => ({ before: '', part })),
  after: '',
});

/** For a newsroom that asks for nothing else: the last two lines are empty then, and left out. */
export const plainWording: Wording = {
  template: [
    lineOf('breaking'),
    lineOf('headline'),
    lineOf(),
    lineOf('summary'),
    lineOf(),
    lineOf('link'),
    lineOf(),
    lineOf('tags'),
    lineOf('callToAction'),
  ],
  hashtags: { sections: false, tags: false, max: 3 },
  callToAction: null,
  utm: { source: null, medium: null, campaign: null },
};
