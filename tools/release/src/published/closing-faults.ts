/** What servers do with a connection that could be used again. */

/** What a server does with a connection after its first answer. */
export interface ClosingFault {
  readonly name: string;
  /** Closes it after so many milliseconds without a request. */
  readonly idleMs?: number;
  /** By a reset. */
  readonly reset?: true;
  /** The close is on its way for so long. Requests that leave meanwhile are lost. */
  readonly farMs?: number;
  /** What the next request gets instead of an answer. */
  readonly atReuse?: "close" | "reset" | "silence";
  /** Headers of the answers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Each answer is sent a second time: at once, or when the next request arrives. */
  readonly twice?: "at once" | "late";
  /** How long the client waits between its two requests; by default about `idleMs`. */
  readonly gapMs?: number;
  /** The client's event loop stands still while it waits. */
  readonly blocked?: true;
}

export const closingFaults: readonly ClosingFault[] = [
  ...[1, 5, 20, 100, 1_000, 5_000].map((idleMs) => ({ name: `idle ${idleMs} ms`, idleMs })),
  { name: "reset after 20 ms", idleMs: 20, reset: true },
  { name: "100 ms, far away", idleMs: 100, farMs: 20 },
  { name: "1 s, far away", idleMs: 1_000, farMs: 20 },
  { name: "busy client", idleMs: 5, gapMs: 50, blocked: true },
  { name: "close at reuse", atReuse: "close", gapMs: 0 },
  { name: "reset at reuse", atReuse: "reset", gapMs: 0 },
  { name: "silent at reuse", atReuse: "silence", gapMs: 0 },
  { name: "says close", headers: { Connection: "close" }, gapMs: 0 },
  { name: "says 1 s", headers: { "Keep-Alive": "timeout=1" }, idleMs: 1_000 },
  { name: "answers twice", twice: "at once", gapMs: 0 },
  { name: "answers twice, late", twice: "late", gapMs: 0 },
];
