import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** Resolutions that attw does not check under its profile "esm-only". */
const ignored: readonly string[] = ["node10", "node16-cjs"];

/** What `publint --strict` and `attw --profile esm-only` say about a tarball, a sentence for each problem. */
export async function tarballProblems(tarball: Buffer): Promise<string[]> {
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: new Uint8Array(tarball).buffer },
  });
  const fromPublint = messages.map(
    (message) => `publint: ${formatMessage(message, pkg) ?? message.code}`,
  );
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
  if (!analysis.types) return [...fromPublint, "attw: the package has no types"];
  const fromAttw = analysis.problems
    .filter((problem) => !("resolutionKind" in problem && ignored.includes(problem.resolutionKind)))
    .map((problem) => `attw: ${JSON.stringify(problem)}`);
  return [...fromPublint, ...fromAttw];
}
