/** Tries a request again where that is certain to refund nothing twice: no connection was made, or it was answered so by a table that says so. */
import type { Exchange } from "../answer/ending.ts";
import type { Deadline } from "./deadline.ts";

const mostTries = 3;
const pauseMs = 250;

/** @param worthRepeating how long to wait before an answer's request is sent again; undefined where it must not be */
export async function withRetries(
  once: () => Promise<Exchange>,
  deadline: Deadline,
  worthRepeating?: (exchange: Exchange) => number | undefined,
): Promise<Exchange> {
  for (let tries = 1; ; tries++) {
    const done = await once();
    const waitMs =
      done.status !== "not_sent"
        ? worthRepeating?.(done)
        : done.because === "not_connected"
          ? pauseMs * tries
          : undefined;
    if (waitMs === undefined || tries === mostTries || 2 * waitMs > deadline.left()) return done;
    const over = deadline
      .race(new Promise((resume) => setTimeout(resume, waitMs)))
      .catch(() => true);
    if (await over) return done;
  }
}
