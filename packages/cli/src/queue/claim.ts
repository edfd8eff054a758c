/** Whether a worker still has the rows of a batch. After a pause, or without Postgres for a while, others get them. */

interface Confirmed {
  /** When it was asked, by the clock of the process and by that of the machine. */
  readonly at: readonly [number, number];
  readonly ids: Promise<ReadonlySet<string>>;
}

/**
 * @param confirm - asks the queue which jobs of the batch are still this worker's, and keeps those
 * @param freshMs - for how long an answer counts; shorter than a silence after which others get the jobs
 * @returns whether the job is still this worker's; false if that is not known
 */
export function claimOf(
  confirm: () => Promise<ReadonlySet<string>>,
  freshMs: number,
): (id: string) => Promise<boolean> {
  let last: Confirmed | undefined;
  return async (id) => {
    if (!last || !isFresh(last, freshMs)) last = { at: clocks(), ids: confirm() };
    const asked = last;
    try {
      // The process may have stood still while it waited for the answer.
      return (await asked.ids).has(id) && isFresh(asked, freshMs);
    } catch {
      if (last === asked) last = undefined;
      return false;
    }
  };
}

/** One of them stands still while the machine sleeps, the other one can be set. */
const clocks = () => [performance.now(), Date.now()] as const;

function isFresh({ at: [running, wall] }: Confirmed, freshMs: number): boolean {
  const [nowRunning, nowWall] = clocks();
  return nowRunning - running < freshMs && Math.abs(nowWall - wall) < freshMs;
}
