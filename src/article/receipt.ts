/** What came of one attempt to post, edit or remove. */
export type Receipt =
  | {
      readonly outcome: 'accepted';
      /** The platform's own id of the post: Telegram's message_id, WhatsApp's serverId. */
      readonly messageId: string;
      /** Where a reader can open the post. */
      readonly link: string | null;
      /** True if the post that now stands is a picture with a caption. */
      readonly picture: boolean;
      /** What the editor should know although it went well, e.g. "replaced by a notice". */
      readonly note?: string;
    }
  /** The platform said no; `reason` is its words. `pictureRefused`: it was the picture, so the text alone may do. */
  | { readonly outcome: 'refused'; readonly reason: string; readonly pictureRefused?: true }
  /** Certainly not done; try again after so many milliseconds. `unsent`: nothing left us, so it was no attempt at all. */
  | { readonly outcome: 'deferred'; readonly retryAfterMs: number; readonly reason: string; readonly unsent?: true }
  /**
   * Nobody can tell whether it was done. Never retried blindly. `answered`: the platform itself said that something is
   * wrong with it, as opposed to a network that is.
   */
  | { readonly outcome: 'unknown'; readonly cause: string; readonly answered?: true };
