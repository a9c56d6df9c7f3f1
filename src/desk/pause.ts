import type { Desk } from './desk.ts';
import { findChannel } from './find-channel.ts';
import { done, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

type Ports = Pick<DeskPorts, 'channels' | 'lanes' | 'audit'>;

/** Holds a channel's lane: what is planned waits, in order, until it is resumed. */
export const createPause = (ports: Ports): Desk['pause'] => createSwitch(ports, 'pause');

export const createResume = (ports: Ports): Desk['resume'] => createSwitch(ports, 'resume');

const createSwitch =
  ({ channels, lanes, audit }: Ports, command: 'pause' | 'resume'): Desk['pause'] =>
  async (actor, id) => {
    const refusal = refuseBelow('ops', actor);
    if (refusal) return refusal;
    const channel = findChannel(channels, id);
    if (!channel.ok) return channel;
    await lanes[command](id);
    audit({ actor: actor.name, command, subject: id });
    return done(null);
  };
