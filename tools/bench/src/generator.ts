/** What generating a provider costs, among few and among many. */
import { readdirSync, readFileSync } from "node:fs";
import { generate } from "@refunds/generator";
import type { Series } from "./turns.ts";

/** So many specs: those of this repository, again under other names where there are more. */
export interface GeneratorOptions {
  readonly name: string;
  readonly specs: number;
}

const work = (specs: ReadonlyMap<string, string>) => generate({ specs, existing: new Map() });

/** All costs are those of one spec. */
export async function timeGenerators(
  subjects: readonly GeneratorOptions[],
  turns: number,
  progress: (text: string) => void,
): Promise<Series[]> {
  const timed = subjects.map(({ name, specs }) => ({
    name,
    specs: specsOf(specs),
    cpuUs: [] as number[],
    wallUs: [] as number[],
    bytes: Number.NaN,
  }));
  progress("warming up");
  await work(specsOf(4));
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, specs, cpuUs, wallUs } of timed) {
      progress(`turn ${turn + 1} of ${turns}: ${name}`);
      const [cpu, wall] = [process.cpuUsage(), performance.now()];
      await work(specs);
      const { user, system } = process.cpuUsage(cpu);
      cpuUs.push((user + system) / specs.size);
      wallUs.push(((performance.now() - wall) * 1000) / specs.size);
    }
  }
  return timed.map(({ specs: _, ...series }) => series);
}

const folder = new URL("../../../specs/", import.meta.url);

function specsOf(count: number): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const named = Array.from({ length: count }, (_, at): [string, string] => {
    const file = files[at % files.length] as string;
    const name = file.replace(".yaml", "x".repeat(Math.floor(at / files.length)));
    return [`specs/${name}.yaml`, readFileSync(new URL(file, folder), "utf8")];
  });
  return new Map(named);
}
