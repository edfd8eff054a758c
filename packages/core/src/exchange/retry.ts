/** Sends a request again if that cannot refund twice: no connection was made, or the table says that the answer allows it. */
import type { SendResult } from "../answer/send-result.ts";
import type { Deadline } from "./deadline.ts";

const mostTries = 3;
const pauseMs = 250;

/** @param worthRepeating the pause in milliseconds before sending again after an answer; undefined forbids it */
export async function withRetries(
  once: () => Promise<SendResult>,
  deadline: Deadline,
  worthRepeating?: (result: SendResult) => number | undefined,
): Promise<SendResult> {
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
