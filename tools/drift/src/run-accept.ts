/** One run of `docs:accept`. */
import { acceptPage } from "./accept.ts";
import { checkPage } from "./check.ts";
import { findProvider, pageText } from "./files.ts";
import { paintFor } from "./report/paint.ts";
import { printable } from "./report/printable.ts";
import { readable } from "./report/readable.ts";
import { whatWasRead } from "./report/what-was-read.ts";
import type { Asked } from "./run-check.ts";

/** @returns the exit code */
export async function accept({ provider: name, page, from, root, whole }: Asked): Promise<number> {
  const provider = await findProvider(root, name);
  const committed = provider.committed();
  const spec = await provider.spec();
  const given = page ?? committed?.page ?? "";
  const content = await pageText(given, from);
  if (committed) {
    const checked = await checkPage(content, committed, async () => spec, whole);
    if (checked.status === "unreadable") {
      const about = {
        provider: name,
        page: given,
        read: committed.read,
        specFile: provider.specFile,
      };
      console.error(readable(checked, about, paintFor(process.stderr)));
      return 2;
    }
  }
  const accepted = await acceptPage(content, committed, spec);
  if (accepted.status === "unreadable") {
    console.error(`${name}: ${given} could not be read: ${accepted.problem}.`);
    return 2;
  }
  if (accepted.status === "refused") {
    for (const { line, message } of accepted.gaps)
      console.error(`${spec.file}:${line}  ${printable(message)}`);
    console.error(
      `\n${accepted.gaps.length} to settle in ${spec.file}; nothing was recorded. Where the spec says otherwise on purpose, say so there with x-assumption or x-contradiction.`,
    );
    return 1;
  }
  provider.write(accepted.content);
  console.log(
    `${provider.factsFile}: ${accepted.reading.facts.length} facts, read ${accepted.read} (x-provider.read in ${spec.file}).\n${whatWasRead(accepted.reading.facts, accepted.unread)}`,
  );
  return 0;
}
