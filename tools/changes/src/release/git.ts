/** The few questions that are asked of git. */
import { execFileSync } from "node:child_process";
import { CannotCompare } from "../finding.ts";

export interface Git {
  /** Every tag -> the commit that it stands for. One process for all: a release has a tag for each package. */
  tags(): Map<string, string>;
  /** The commit that a ref stands for. @throws {CannotCompare} where there is no such thing. */
  commit(ref: string): string;
  /** The same; undefined where there is no such thing. */
  find(ref: string): string | undefined;
  /** Path -> text of the files of a commit whose path is wanted. */
  files(commit: string, wanted: (path: string) => boolean): Map<string, string>;
  /** Whether the history was cut off when it was cloned. */
  isShallow(): boolean;
}

/** What an annotated tag stands for, or nothing; then what the tag itself is. */
const tagAndCommit = "%(refname:strip=2) %(*objectname) %(objectname)";

export function gitOf(root: string): Git {
  const git = (args: readonly string[], input?: string) =>
    execFileSync("git", args, {
      cwd: root,
      maxBuffer: 1 << 30,
      stdio: ["pipe", "pipe", "pipe"],
      ...(input !== undefined && { input }),
    });
  const ask = (...args: string[]) => {
    try {
      return git(args).toString("utf8").trim();
    } catch (error) {
      const said = String((error as { stderr?: Buffer }).stderr ?? error).trim();
      throw new CannotCompare(`git ${args.join(" ")} failed in ${root}: ${said}`);
    }
  };
  const find = (ref: string) => {
    try {
      return ask("rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`);
    } catch (error) {
      if (!/single revision/.test(String(error))) throw error;
      return undefined;
    }
  };
  return {
    tags() {
      const lines = ask("for-each-ref", `--format=${tagAndCommit}`, "refs/tags").split("\n");
      return new Map(
        lines.filter(Boolean).map((line) => {
          const [tag = "", ...ids] = line.split(" ");
          return [tag, ids.find(Boolean) ?? ""];
        }),
      );
    },
    find,
    commit(ref) {
      const found = find(ref);
      if (found !== undefined) return found;
      throw new CannotCompare(`There is no tag, branch or commit "${ref}" in ${root}.`);
    },
    isShallow: () => ask("rev-parse", "--is-shallow-repository") === "true",
    files(commit, wanted) {
      const paths = git(["ls-tree", "-r", "-z", "--name-only", commit])
        .toString("utf8")
        .split("\0")
        .filter((path) => path !== "" && wanted(path));
      const names = paths.map((path) => `${commit}:${path}\n`).join("");
      return new Map(zip(paths, blobsIn(git(["cat-file", "--batch"], names))));
    },
  };
}

/** `git cat-file --batch` prints `<id> blob <size>`, a line feed, the bytes and a line feed, for each. */
function blobsIn(output: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf("\n", at);
    const size = Number(output.subarray(at, end).toString("utf8").split(" ")[2]);
    texts.push(output.subarray(end + 1, end + 1 + size).toString("utf8"));
    at = end + 1 + size + 1;
  }
  return texts;
}

const zip = (paths: readonly string[], texts: readonly string[]) =>
  paths.map((path, index): [string, string] => [path, texts[index] ?? ""]);
