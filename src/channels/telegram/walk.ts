import type { Failure } from './classify.ts';
import type { Verdict } from './judge-post.ts';
import type { Probe, Probed } from './probe.ts';

/** What a walk over the ids after `floor` came upon. */
export type Walked =
  | { readonly kind: 'ours' | 'doubtful' | 'deleted'; readonly messageId: number }
  /** `readable`: something was seen, so the channel can be read. */
  | { readonly kind: 'none'; readonly readable: boolean }
  | { readonly kind: 'endless' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Path {
  readonly floor: number;
  /** Ids that exist, or did, and are not ours to look at. */
  readonly known: ReadonlySet<number>;
}

type Post = Extract<Probed, { kind: 'post' }>;

/** So many ids in a row with nothing behind them: the channel ends there. */
const holesAtEnd = 5;
export const mostProbes = 100;

/** Probes one id after the other until the post is found or the channel ends. */
export const walk = async (
  probe: Probe,
  { floor, known }: Path,
  judge: (post: Post, messageId: number) => Verdict,
): Promise<Walked> => {
  const holes: number[] = [];
  let end = Math.max(floor, ...known);
  let doubtful: number | null = null;
  let readable = false;
  let probes = 0;
  for (let id = floor + 1; id <= end + holesAtEnd; id += 1) {
    if (known.has(id)) continue;
    if (probes === mostProbes) return { kind: 'endless' };
    probes += 1;
    const probed = await probe(id);
    if (probed.kind === 'failed') return probed;
    if (probed.kind === 'hole') {
      holes.push(id);
      continue;
    }
    readable = true;
    end = Math.max(end, id);
    const verdict = probed.kind === 'post' ? judge(probed, id) : 'other';
    if (verdict === 'ours') return { kind: 'ours', messageId: id };
    if (verdict === 'doubtful') doubtful ??= id;
  }
  if (doubtful !== null) return { kind: 'doubtful', messageId: doubtful };
  const deleted = holes.find((id) => id < end);
  return deleted === undefined ? { kind: 'none', readable } : { kind: 'deleted', messageId: deleted };
};
