import { readFileSync, writeFileSync } from "node:fs";
import { createProgress } from "../progress.ts";
import { measure } from "./measure.ts";
import { wrongWith } from "./measurement.ts";
import { pageOf } from "./page.ts";

export interface FaultsOptions {
  readonly write?: true;
}

const page = new URL("../../../../docs/faults.md", import.meta.url);

/** `pnpm safety faults`. False where a caller was told wrongly, or the page says something else than what was measured. */
export async function faultsCommand({ write }: FaultsOptions): Promise<boolean> {
  let progress: ReturnType<typeof createProgress> | undefined;
  const meetings = await measure({
    onProgress: (done, all) => {
      progress ??= createProgress(all);
      progress.show(done);
    },
  }).finally(() => progress?.end());
  const wrong = meetings.flatMap((meeting) =>
    wrongWith(meeting).map(
      (what) => `${meeting.title}, ${meeting.fault} at ${meeting.at} (${meeting.door}): ${what}`,
    ),
  );
  console.log(`Faults: ${meetings.length} meetings, ${wrong.length} told wrongly`);
  if (wrong.length > 0) {
    console.error(wrong.join("\n"));
    return false;
  }
  const measured = pageOf(meetings);
  if (write) {
    writeFileSync(page, measured);
    console.log("docs/faults.md written");
    return true;
  }
  if (readFileSync(page, "utf8") === measured) return true;
  console.error("docs/faults.md is stale: run `pnpm safety faults --write`");
  return false;
}
