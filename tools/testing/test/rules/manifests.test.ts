import { describe, expect, test } from "vitest";
import { files, read } from "./repository.ts";

const manifests = files
  .filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))
  .map((path) => ({
    path,
    folder: path.replace("/package.json", ""),
    manifest: JSON.parse(read(path)),
  }))
  .filter(({ manifest }) => !manifest.private);

describe("what npm shows of a package", () => {
  test.each(manifests)("$folder can be found, and leads back here", ({ folder, manifest }) => {
    const home = "https://github.com/refunds/refunds";
    expect(manifest).toMatchObject({
      homepage: `${home}/tree/main/${folder}#readme`,
      bugs: { url: `${home}/issues` },
      repository: { type: "git", url: `git+${home}.git`, directory: folder },
    });
    expect(manifest.keywords).toEqual(expect.arrayContaining(["refund", "payments", "typescript"]));
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  });

  test.each(manifests)("$folder promises no key where it keeps none", ({ manifest }) => {
    const keeps = ["refunds", "@refunds/journal"].includes(manifest.name);
    if (!keeps) expect(manifest.description).not.toMatch(/never sent twice|one key refunds/);
    expect(manifest.description).toMatch(/\.$/);
  });
});
