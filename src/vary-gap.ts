import type { Lane } from './deliver/lane.ts';

/** As a share of the gap. */
const longestJitter = 0.5;

/**
 * The same lane, but the gap before each post is another one, up to half longer: posts by the clock look like those of a
 * machine. Asking again changes nothing; only a post does. `random`: from 0 to 1.
 */
export const varyGap = (lane: Lane, random: () => number): Lane => {
  const draw = (): number => Math.round(lane.config.pace.minGapMs * (1 + longestJitter * random()));
  let minGapMs = draw();
  return {
    ...lane,
    get config() {
      return { ...lane.config, pace: { ...lane.config.pace, minGapMs } };
    },
    channel: {
      ...lane.channel,
      send: async (message, call) => {
        const receipt = await lane.channel.send(message, call);
        if (receipt.outcome === 'accepted') minGapMs = draw();
        return receipt;
      },
    },
  };
};
