/** Time that stands still until a schedule lets it pass. One for the whole process: it takes the place of the timers. */
import { type Clock, install } from "@sinonjs/fake-timers";

/** The only way to wait for what really takes time while timers stand still. */
const nextTurn = globalThis.setImmediate;

/** Turns of the event loop in which nothing happens, before everything that can happen without time is held to have happened. */
const quietTurns = 24;

export interface StoppedClock {
  /** Counts something that happens, so that waiting goes on. */
  note(): void;
  /**
   * Does work that really takes time, such as a journal's. All of it is done one piece at a time, and ends only when
   * nothing else moves: otherwise threads and servers would decide how a schedule goes, and it could not be replayed.
   */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** Until nothing more happens without time. */
  settle(): Promise<void>;
  /** Time passes, in milliseconds. */
  pass(ms: number): Promise<void>;
  /** Time passes until the next timer. False where none is set. */
  passToNext(): Promise<boolean>;
  /** The clock is set forward or back; no time passes. */
  jump(ms: number): void;
  now(): number;
  /** It is the beginning again, and no timer is set: what one schedule left is no part of the next. */
  restart(): void;
  release(): void;
}

interface Work {
  isDone: boolean;
  end(): void;
}

export function stopTime(): StoppedClock {
  const clock: Clock = install({
    now: Date.UTC(2026, 0, 1),
    toFake: ["setTimeout", "clearTimeout", "Date", "performance"],
  });
  let happened = 0;
  let lastWork: Promise<unknown> = Promise.resolve();
  const underWay: Work[] = [];

  async function settle() {
    for (let quiet = 0; quiet < quietTurns; ) {
      const before = happened;
      await new Promise((resolve) => nextTurn(resolve));
      quiet = happened === before ? quiet + 1 : 0;
      if (quiet < quietTurns || underWay.length === 0) continue;
      quiet = 0;
      if (underWay[0]?.isDone) underWay.shift()?.end();
    }
  }

  function track<T>(begin: () => Promise<T>): Promise<T> {
    const done = lastWork.then(begin);
    return new Promise((resolve) => {
      const work = { isDone: false, end: () => resolve(done) };
      underWay.push(work);
      lastWork = done
        .catch(() => {})
        .then(() => {
          work.isDone = true;
        });
    });
  }
  const giveCryptoBack = trackCrypto(track);

  return {
    note() {
      happened++;
    },
    track,
    settle,
    async pass(ms) {
      clock.tick(ms);
      happened++;
      await settle();
    },
    async passToNext() {
      if (clock.countTimers() === 0) return false;
      clock.next();
      happened++;
      await settle();
      return true;
    },
    jump: (ms) => clock.setSystemTime(Date.now() + ms),
    now: () => Date.now(),
    restart: () => clock.reset(),
    release() {
      clock.uninstall();
      giveCryptoBack();
    },
  };
}

/** Keys and signatures are made on other threads, in real time. Returns what undoes it. */
function trackCrypto(track: StoppedClock["track"]): () => void {
  const { subtle } = globalThis.crypto;
  // Not `digest`: it is part of a journal's own work.
  const names = ["importKey", "sign", "verify"] as const;
  for (const name of names) {
    const original = subtle[name] as (...given: unknown[]) => Promise<unknown>;
    Object.defineProperty(subtle, name, {
      configurable: true,
      value: (...given: unknown[]) => track(() => original.apply(subtle, given)),
    });
  }
  return () => {
    // What was put onto the object itself hid what its class has.
    for (const name of names) Reflect.deleteProperty(subtle, name);
  };
}
