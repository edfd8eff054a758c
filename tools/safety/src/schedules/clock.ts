/** Time that stands still until a schedule lets it pass. One for the whole process: it takes the place of the timers. */
import { type Clock, install } from "@sinonjs/fake-timers";

/** The only way to wait for what really takes time while timers stand still. */
const nextTurn = globalThis.setImmediate;

/** Turns of the event loop in which nothing happens, before everything that can happen without time is held to have happened. */
const quietTurns = 24;

export interface StoppedClock {
  /** Counts something that happens, so that waiting goes on. */
  note(): void;
  /** Waits for work that really takes time, such as a journal's. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Until nothing more happens without time. */
  settle(): Promise<void>;
  /** Time passes, in milliseconds. */
  pass(ms: number): Promise<void>;
  /** The clock is set forward or back; no time passes. */
  jump(ms: number): void;
  now(): number;
  release(): void;
}

export function stopTime(): StoppedClock {
  const clock: Clock = install({
    now: Date.UTC(2026, 0, 1),
    toFake: ["setTimeout", "clearTimeout", "Date"],
  });
  let happened = 0;
  let underWay = 0;

  async function settle() {
    for (let quiet = 0; quiet < quietTurns; ) {
      const before = happened;
      await new Promise((resolve) => nextTurn(resolve));
      quiet = underWay === 0 && happened === before ? quiet + 1 : 0;
    }
  }

  async function track<T>(work: Promise<T>): Promise<T> {
    underWay++;
    try {
      return await work;
    } finally {
      underWay--;
      happened++;
    }
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
    jump: (ms) => clock.setSystemTime(Date.now() + ms),
    now: () => Date.now(),
    release() {
      clock.uninstall();
      giveCryptoBack();
    },
  };
}

/** Keys and signatures are made on other threads, in real time. Returns what undoes it. */
function trackCrypto(track: StoppedClock["track"]): () => void {
  const { subtle } = globalThis.crypto;
  const names = ["importKey", "sign", "verify", "digest"] as const;
  for (const name of names) {
    const original = subtle[name] as (...given: unknown[]) => Promise<unknown>;
    Object.defineProperty(subtle, name, {
      configurable: true,
      value: (...given: unknown[]) => track(original.apply(subtle, given)),
    });
  }
  return () => {
    // What was put onto the object itself hid what its class has.
    for (const name of names) Reflect.deleteProperty(subtle, name);
  };
}
