/** Where the posts of preview channels are kept. Times are ISO 8601. */
export interface PreviewPosts {
  /** The post's message id; ids grow. One attempt posts once, however often it is said. */
  add(channel: string, post: Pick<PreviewPost, 'text' | 'image' | 'link'>, attempt?: string): Promise<string>;
  /** False if there is no such post. */
  edit(channel: string, messageId: string, text: string): Promise<boolean>;
  remove(channel: string, messageId: string): Promise<boolean>;
  /** Newest first. */
  recent(channel: string, limit: number): Promise<readonly PreviewPost[]>;
}

export interface PreviewPost {
  readonly messageId: string;
  readonly text: string;
  readonly image: string | null;
  readonly link: string;
  readonly sentAt: string;
  readonly editedAt: string | null;
}
