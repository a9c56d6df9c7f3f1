/**
 * Works on up to `atOnce` items at a time and hands the results on in the order of the items, each as soon as it is
 * there. Nothing more is read while `atOnce` are under way; the first fault of reading, working or handing on ends it.
 */
export const workInOrder = async <Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  handOn: (result: Result) => Promise<void>,
  atOnce: number,
): Promise<void> => {
  const underWay: Promise<void>[] = [];
  let last = Promise.resolve();
  try {
    for await (const item of items) {
      const [before, result] = [last, work(item)];
      last = Promise.all([result, before]).then(([value]) => handOn(value));
      // Its fault is met where it is awaited; until then it must not count as unhandled.
      last.catch(() => undefined);
      underWay.push(last);
      if (underWay.length >= atOnce) await underWay.shift();
    }
  } finally {
    // What was read before a fault of reading is still handed on.
    await last;
  }
};
