/** A channel of ours and what it is called at WhatsApp. */
export interface Place {
  readonly channel: string;
  readonly inviteCode: string;
  /** `...@newsletter` */
  readonly chat: string;
}

export const listPlaces = (count: number): readonly Place[] =>
  Array.from({ length: count }, (_, i) => ({
    channel: `wa-${i + 1}`,
    inviteCode: `0029VaHerald${i + 1}`,
    chat: `12036300000000${i + 1}@newsletter`,
  }));
