import { readFileSync, writeFileSync } from "node:fs";
import { createProgress } from "../progress.ts";
import { measure } from "./measure.ts";
import { problemsIn } from "./measurement.ts";
import { pageOf } from "./page.ts";

export interface FaultsOptions {
  readonly write?: true;
}

const page = new URL("../../../../docs/faults.md", import.meta.url);

/** `pnpm safety faults`. Resolves with false if an outcome was reported wrongly or docs/faults.md is stale. */
export async function faultsCommand({ write }: FaultsOptions): Promise<boolean> {
  let progress: ReturnType<typeof createProgress> | undefined;
  const measurements = await measure({
    onProgress: (done, all) => {
      progress ??= createProgress(all);
      progress.show(done);
    },
  }).finally(() => progress?.end());
  const wrong = measurements.flatMap((measurement) =>
    problemsIn(measurement).map(
      (what) =>
        `${measurement.title}, ${measurement.fault} at ${measurement.at} (${measurement.transport}): ${what}`,
    ),
  );
  console.log(
    `Faults: ${measurements.length} measurements, ${wrong.length} outcomes reported wrongly`,
  );
  if (wrong.length > 0) {
    console.error(wrong.join("\n"));
    return false;
  }
  const measured = pageOf(measurements);
  if (write) {
    writeFileSync(page, measured);
    console.log("docs/faults.md written");
    return true;
  }
  if (readFileSync(page, "utf8") === measured) return true;
  console.error(
    "docs/faults.md does not match the measurements. Run `pnpm safety faults --write`.",
  );
  return false;
}
