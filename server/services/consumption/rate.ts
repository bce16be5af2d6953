import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../../core/refusal';

const SECONDS = 60;
/** Clients share this many counters: memory stays the same however many addresses come. */
const COUNTERS = 65_536;

/** Limits the events that one client may send in a minute. Addresses are not kept, not even in memory. */
export const createRate = (perMinute: number) => {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: SECONDS });
  const salt = randomBytes(16);
  const counterOf = (address: string): string =>
    String(createHmac('sha256', salt).update(network(address)).digest().readUInt32BE() % COUNTERS);
  return {
    consume: async (address: string, events: number): Promise<void> => {
      try {
        await limiter.consume(counterOf(address), events);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        // The limiter goes by the clock, which may have been set back since.
        const retryAfter = Math.min(SECONDS, Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
        throw new Refusal('too-many', `More than ${perMinute} events in a minute: try again later.`, { retryAfter });
      }
    },
  };
};

/** Whoever has an IPv6 address has 2^64 of them. */
const network = (address: string): string =>
  address.includes('.') ? address : (address.split('::')[0] ?? '').split(':').slice(0, 4).join(':');
