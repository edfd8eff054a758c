/** The sections of a larger page that a proposal narrows the page to. */
import type { Block } from "../page/page.ts";
import type { Contract } from "../spec/contract.ts";
import { pathOf, withPlaces } from "./lines.ts";

/** Of a page with several calls, the sections of this one and of its errors. */
export function sectionsFor(
  blocks: readonly Block[],
  contract: Contract,
): readonly string[] | undefined {
  const bare = (path: string) => path.replace(/\{[^}]*\}/g, "{}");
  const calls = blocks.flatMap((block, at) => {
    const [, path] =
      (block.kind === "table"
        ? null
        : /\b(?:GET|POST|PUT|PATCH|DELETE)\s+((?:https?:\/\/[^\s/]+)?\/[^\s`"']+)/.exec(
            block.text,
          )) ?? [];
    return path ? [{ at, path: bare(withPlaces(pathOf(path), contract.path)) }] : [];
  });
  const isOwn = ({ path }: { path: string }) =>
    bare(contract.path).endsWith(path) || path.endsWith(bare(contract.path));
  const own = calls.find(isOwn);
  if (!own || calls.every(isOwn)) return undefined;
  const starts = blocks.flatMap((block, at) =>
    block.kind === "heading" && block.level ? [{ at, level: block.level, text: block.text }] : [],
  );
  const sectionAt = (at: number) => {
    const above = starts.filter((start) => start.at <= at);
    const enclosing = above.filter((start, index) =>
      above.slice(index + 1).every((later) => later.level > start.level),
    );
    return enclosing.find((start) => {
      const end =
        starts.find((next) => next.at > start.at && next.level <= start.level)?.at ?? blocks.length;
      return calls.every((call) => isOwn(call) || call.at < start.at || call.at >= end);
    })?.text;
  };
  const codes = new Set(contract.errors.map(({ code }) => code));
  const listed = blocks.flatMap((block, at) =>
    block.kind === "table" &&
    block.rows.some(({ cells }) => cells.some((cell) => codes.has(cell.replace(/[`"]/g, ""))))
      ? [at]
      : [],
  );
  const found = new Set([own.at, ...listed].map(sectionAt).filter((title) => title !== undefined));
  return found.size > 0 ? [...found] : undefined;
}
