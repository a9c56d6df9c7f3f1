import { areAlike, type Sketch, sketchText } from './sketch.ts';

/** Where the sketches of recent articles are kept. */
export interface SketchStore {
  /** Keeps the sketch, and gives earlier articles that may be alike, the earliest first. Running it twice is harmless. */
  exchange(
    article: { readonly id: string; readonly language: string },
    sketch: Sketch,
  ): Promise<readonly { readonly id: string; readonly sketch: Sketch }[]>;
}

/** Id of an earlier article in the same language that tells the same story in nearly the same words; null: none. */
export const findNearDuplicate = async (
  store: SketchStore,
  article: { readonly id: string; readonly language: string },
  body: string,
): Promise<string | null> => {
  const sketch = sketchText(body);
  if (sketch === null) return null;
  const earlier = await store.exchange(article, sketch);
  return earlier.find((one) => areAlike(sketch, one.sketch))?.id ?? null;
};
