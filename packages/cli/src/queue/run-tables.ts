/** What is known of runs, in Postgres next to the journal: which there are, and what became of each row. */
import { states } from "@refunds/journal";
import type { Pool } from "pg";
import type { ReportedOutcome, ReportedRow } from "../run/report.ts";
import { type AccountPaces, accountPaces } from "./account-pace.ts";
import { migrateRuns } from "./run-schema.ts";

/** By status: the number of rows. */
type OutcomeCounts = ReadonlyMap<string, number>;

/** What became of a row in a round of its run. */
export interface EndedRow {
  readonly round: number;
  readonly row: ReportedRow;
}

export interface RunTables extends AccountPaces {
  /** Begins a run, or goes on with it. If it had ended, rows that are not final are opened again in a new round. */
  begin(run: string, file: string, rows: number): Promise<{ readonly round: number }>;
  /** The lines of `lines` that have an outcome. */
  settled(run: string, lines: readonly number[]): Promise<ReadonlySet<number>>;
  /**
   * Stores what became of rows. Skips those of a round before the run's, and what says less than the same round has: several
   * workers may have had a row at once, and the slower one may know less.
   */
  record(run: string, ended: readonly EndedRow[]): Promise<void>;
  counts(run: string): Promise<OutcomeCounts>;
  /** Every outcome of a run, by line. */
  outcomes(run: string): AsyncGenerator<ReportedRow>;
  close(): Promise<void>;
}

/**
 * @param pool - ended by `close()`, and if it rejects
 * @param name - the schema, of letters, digits and underscores; created if it is missing
 */
export async function openRunTables(pool: Pool, name: string): Promise<RunTables> {
  const query = async (text: string, values: unknown[] = []) =>
    (await pool.query(text.replaceAll("%", `"${name}"`), values)).rows;
  try {
    await migrateRuns(pool, name);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    async begin(run, file, rows) {
      const [begun] = await query(beginRun, [run, file, rows]);
      return { round: Number(begun.round) };
    },
    async settled(run, lines) {
      const text = "SELECT line FROM %.outcome WHERE run = $1 AND line = ANY($2::int[])";
      return new Set((await query(text, [run, lines])).map(({ line }) => line));
    },
    async record(run, ended) {
      await query(recordOutcomes, [
        run,
        ended.map(({ row }) => row.line),
        ended.map(({ round }) => round),
        ended.map(({ row }) => row.outcome.status),
        ended.map(({ row: { key, account, outcome } }) =>
          JSON.stringify({ key, account, outcome }),
        ),
      ]);
    },
    async counts(run) {
      const text = "SELECT status, count(*) FROM %.outcome WHERE run = $1 GROUP BY status";
      return new Map(
        (await query(text, [run])).map(({ status, count }) => [status, Number(count)]),
      );
    },
    async *outcomes(run) {
      const text =
        "SELECT line, detail FROM %.outcome WHERE run = $1 AND line > $2 ORDER BY line LIMIT 2000";
      for (let last = 0; ; ) {
        const page = await query(text, [run, last]);
        for (const { line, detail } of page) yield { line, ...JSON.parse(detail) };
        if (page.length === 0) return;
        last = page.at(-1).line;
      }
    },
    ...accountPaces(query),
    close: () => pool.end(),
  };
}

const decided = Object.entries(states)
  .filter(([, rules]) => rules.decided)
  .map(([name]) => `'${name}'`)
  .join();

/** One statement, so that two processes that begin at once open the rows once. */
const beginRun = `
  WITH locked AS (SELECT id, rows, round FROM %.run WHERE id = $1 FOR UPDATE),
  ended AS (
    SELECT id FROM locked WHERE rows <= (SELECT count(*) FROM %.outcome WHERE run = $1)
  ),
  opened AS (
    DELETE FROM %.outcome USING ended
    WHERE run = ended.id AND status NOT IN (${decided}) RETURNING 1
  )
  INSERT INTO %.run AS known (id, file, rows, round, begun_at) VALUES ($1, $2, $3, 1, now())
  ON CONFLICT (id) DO UPDATE SET round = known.round + CASE WHEN EXISTS (SELECT 1 FROM opened) THEN 1 ELSE 0 END
  RETURNING round`;

/** From what is known least of to what needs a person most. A new status does not compile before it has a place. */
const knowledge: Readonly<Record<ReportedOutcome["status"], number>> = {
  not_sent: 1,
  unknown: 2,
  pending: 3,
  declined: 4,
  succeeded: 5,
  reversed: 6,
  needs_review: 7,
};

const byKnowledge = Object.entries(knowledge)
  .toSorted(([, a], [, b]) => a - b)
  .map(([status]) => status)
  .join();

const knowing = (status: string) => `array_position('{${byKnowledge}}'::text[], ${status})`;

/**
 * Locks the run, so that no new round begins meanwhile. A row that was given out twice may be twice in a batch, which one
 * statement cannot write.
 */
const recordOutcomes = `
  WITH current AS (SELECT round FROM %.run WHERE id = $1 FOR SHARE)
  INSERT INTO %.outcome AS known (run, line, round, status, detail)
  SELECT DISTINCT ON (line) $1, line, round, status, detail
  FROM unnest($2::int[], $3::int[], $4::text[], $5::text[]) AS given (line, round, status, detail)
  WHERE round >= coalesce((SELECT round FROM current), 0)
  ORDER BY line, round DESC, ${knowing("status")} DESC
  ON CONFLICT (run, line) DO UPDATE SET round = excluded.round, status = excluded.status, detail = excluded.detail
  WHERE known.round < excluded.round
    OR known.round = excluded.round AND ${knowing("known.status")} <= ${knowing("excluded.status")}`;
