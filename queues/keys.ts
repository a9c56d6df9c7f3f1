/** Everything of the house shares one slot, everything of a channel another (Redis Cluster hash tags). */
export const houseSlot = '{tellal}';
export const laneSlot = (channel: string): string => `{tellal:${channel}}`;

/** Deliveries, articles and their traces are forgotten after this many days without a change. */
export const retentionDays = 45;

/** Every change of a delivery is announced here by its id. */
export const liveTopic = 'tellal:live';
