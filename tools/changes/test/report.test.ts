/** What `npm run changes` prints of a package. */
import { expect, test } from "vitest";
import type { Finding } from "../src/finding.ts";
import type { PackageChanges } from "../src/package-changes.ts";
import { reportOf } from "../src/report.ts";

const finding = (
  witness: Finding["witness"],
  effect: Finding["effect"],
  text: string,
): Finding => ({
  witness,
  effect,
  text,
  because: "callers notice",
});

const changes = (...findings: readonly Finding[]): PackageChanges => ({
  package: {
    name: "shop",
    folder: "shop",
    version: "1.0.0",
    doors: new Map(),
    dependencies: [],
    isAggregate: false,
  },
  baseline: { version: "1.0.0", ref: "shop@1.0.0", commit: "0" },
  findings,
  claims: [],
  sourcesChanged: true,
});

test("what the types say of a field is part of the line in which the spec says it", () => {
  const report = reportOf([
    changes(
      finding("spec", "major", "`made` of the answer to a refund is gone."),
      finding("types", "major", "`Refund.made` is gone."),
      finding("types", "major", "`operations.refund.responses.200.made` is gone."),
    ),
  ]);
  expect(report).toBe(
    "shop 1.0.0 -> 2.0.0: major, since shop@1.0.0\n  major  `made` of the answer to a refund is gone.\n         callers notice; the types say it too, 2 lines\n",
  );
});

test("what the types say of another field, or as more than the spec does, has a line of its own", () => {
  const report = reportOf([
    changes(
      finding("spec", "minor", "`made` of the answer to a refund is new."),
      finding("types", "major", "`Refund.made` is required."),
      finding("types", "minor", "`Refund.other` is new."),
    ),
  ]);
  expect(report.match(/^ {2}m(?:aj|in)or/gm)).toHaveLength(3);
  expect(report).not.toContain("the types say it too");
});
