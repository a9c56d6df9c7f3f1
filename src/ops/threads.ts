import { startThread, type Thread, type ThreadAnswer, type ThreadLimits } from './thread.ts';

export interface ThreadsOptions extends ThreadLimits {
  /** The module that the threads run. */
  readonly entry: URL;
  /** How many jobs are worked on at the same time. */
  readonly count: number;
  /** A thread that has answered so many is replaced: some libraries grow slow with age. */
  readonly jobsPerThread: number;
  /** A thread without work for so long is ended; the next job starts another. */
  readonly idleMs: number;
  /** So many jobs may wait for a thread; one more is `busy`. */
  readonly mostWaiting: number;
}

/** Threads that are started when they are needed, and that may hang, grow or crash without harm to the process. */
export interface Threads<Job, Answer> {
  run(job: Job): Promise<ThreadAnswer<Answer> | { readonly kind: 'busy' }>;
  close(): Promise<void>;
}

export const createThreads = <Job, Answer>(options: ThreadsOptions): Threads<Job, Answer> => {
  const places = Array.from({ length: options.count }, () => createPlace<Job, Answer>(options));
  const free = [...places];
  const waiting: ((place: Place<Job, Answer>) => void)[] = [];

  const takePlace = (): Promise<Place<Job, Answer>> | Place<Job, Answer> =>
    free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const givePlace = (place: Place<Job, Answer>): void => {
    const next = waiting.shift();
    if (next) next(place);
    else free.push(place);
  };

  return {
    run: async (job) => {
      if (free.length === 0 && waiting.length >= options.mostWaiting) return { kind: 'busy' };
      const place = await takePlace();
      try {
        return await place.run(job);
      } finally {
        givePlace(place);
      }
    },
    close: async () => {
      await Promise.all(places.map((place) => place.end()));
    },
  };
};

/** Where one thread at a time lives. */
interface Place<Job, Answer> {
  run(job: Job): Promise<ThreadAnswer<Answer>>;
  end(): Promise<void>;
}

const createPlace = <Job, Answer>(options: ThreadsOptions): Place<Job, Answer> => {
  let thread: Thread<Job, Answer> | null = null;
  let answered = 0;
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    thread = null;
    await ending?.end();
  };

  return {
    end,
    run: async (job) => {
      clearTimeout(idle);
      if (thread === null) {
        thread = startThread(options.entry, options);
        answered = 0;
      }
      const answer = await thread.ask(job);
      answered += 1;
      if ((answer.kind === 'failed' && answer.ended) || answered >= options.jobsPerThread) await end();
      else idle = setTimeout(() => void end(), options.idleMs).unref();
      return answer;
    },
  };
};
