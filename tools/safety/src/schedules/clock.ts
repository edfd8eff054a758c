/** A clock that stands still until a schedule lets time pass. It replaces the timers of the whole process. */
import { createHash } from "node:crypto";
import { type Clock, install } from "@sinonjs/fake-timers";

/** The real `setImmediate`, to wait for real work while timers stand still. */
const nextTurn = globalThis.setImmediate;

/**
 * After this many turns of the event loop without activity, nothing more happens until time passes. What happens next has always
 * happened in the first turn: with 24 turns, the same seed draws the same schedules, in 1.6 times the time.
 */
const quietTurns = 2;

export interface StoppedClock {
  /** Notes activity, so that `settle()` keeps waiting. */
  note(): void;
  /**
   * Runs work that takes real time, such as a journal's. Pieces of work run one after the other, and each ends only when
   * nothing else is active. Otherwise threads and servers would decide the order, and a schedule could not be replayed.
   */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing more happens until time passes. */
  settle(): Promise<void>;
  /** Lets time pass, in milliseconds. */
  pass(ms: number): Promise<void>;
  /** Lets time pass until the next timer. Resolves with false if no timer is set. */
  passToNext(): Promise<boolean>;
  /** Sets the clock forward or back. No timer fires. */
  jump(ms: number): void;
  now(): number;
  /** Resets the clock and removes all timers, so that one schedule does not affect the next. */
  restart(): void;
  release(): void;
}

export function stopTime(): StoppedClock {
  const clock: Clock = install({
    now: Date.UTC(2026, 0, 1),
    toFake: ["setTimeout", "clearTimeout", "Date", "performance"],
  });
  const { track, endNext } = createWorkQueue();
  let happened = 0;

  async function settle() {
    for (let quiet = 0; quiet < quietTurns; ) {
      const before = happened;
      await new Promise((resolve) => nextTurn(resolve));
      quiet = happened === before ? quiet + 1 : 0;
      if (quiet === quietTurns && (await endNext())) quiet = 0;
    }
  }

  const restoreCrypto = replaceCrypto(track);

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
      restoreCrypto();
    },
  };
}

interface Work {
  readonly isDone: Promise<void>;
  end(): void;
}

/** Runs work one piece at a time. A finished piece resolves only when `endNext()` is called. */
function createWorkQueue() {
  let lastWork = Promise.resolve();
  const underWay: Work[] = [];
  return {
    track<T>(begin: () => Promise<T>): Promise<T> {
      const done = lastWork.then(begin);
      const isDone = done.then(
        () => {},
        () => {},
      );
      lastWork = isDone;
      return new Promise((resolve) => {
        underWay.push({ isDone, end: () => resolve(done) });
      });
    },
    /** Waits for the oldest piece and ends it. Resolves with false if no work is left. */
    async endNext(): Promise<boolean> {
      const oldest = underWay.shift();
      await oldest?.isDone;
      oldest?.end();
      return oldest !== undefined;
    },
  };
}

/**
 * Tracks signatures, ciphers and key imports, and computes digests at once: all of these run on other threads in real time. Returns a
 * function that undoes it.
 */
function replaceCrypto(track: StoppedClock["track"]): () => void {
  const { subtle } = globalThis.crypto;
  const names = ["importKey", "sign", "verify", "encrypt", "decrypt"] as const;
  for (const name of names) {
    const original = subtle[name] as (...given: unknown[]) => Promise<unknown>;
    replace(name, (...given) => track(() => original.apply(subtle, given)));
  }
  // Not tracked: a journal uses it inside work that is tracked already.
  replace("digest", async (algorithm, bytes) => digestOf(algorithm as string, bytes as Uint8Array));
  return () => {
    // The own properties hide the methods of the class.
    for (const name of [...names, "digest"]) Reflect.deleteProperty(subtle, name);
  };
}

function replace(name: string, value: (...given: unknown[]) => Promise<unknown>): void {
  Object.defineProperty(globalThis.crypto.subtle, name, { configurable: true, value });
}

function digestOf(algorithm: string, bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(createHash(algorithm).update(bytes).digest()).buffer;
}
