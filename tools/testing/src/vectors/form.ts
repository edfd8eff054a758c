/** Holds a vectors file to its form: a word that the runner does not read would be a check that cannot fail. */
export function formProblems(vectors: unknown): string[] {
  const problems = members(vectors, "the file", {
    needed: ["provider", "page", "credentials", "requests", "answers"],
    optional: ["note", "operation", "fixed"],
  });
  const fixed: unknown = Object(vectors).fixed;
  if (fixed !== undefined) {
    problems.push(...members(fixed, "fixed", { needed: [], optional: ["now", "uuid", "bytes"] }));
    if (Number.isNaN(Date.parse(Object(fixed).now ?? "2026-01-01"))) {
      problems.push("fixed now is not a moment of ISO 8601");
    }
  }
  const names = new Set<string>();
  for (const kind of ["requests", "answers"] as const) {
    const list: unknown = Object(vectors)[kind];
    if (!Array.isArray(list) || list.length === 0) {
      problems.push(`${kind} should hold at least one vector`);
      continue;
    }
    for (const vector of list) {
      const name = `${kind} "${vector?.name}"`;
      if (names.has(name)) problems.push(`${name} is there twice`);
      names.add(name);
      problems.push(
        ...members(vector, name, vectorMembers[kind]),
        ...members(vector?.expect, `${name} expect`, expectMembers[kind]),
      );
    }
  }
  return problems;
}

interface Members {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

const vectorMembers = {
  requests: { needed: ["name", "given", "expect"], optional: [] },
  answers: { needed: ["name", "given", "http", "body", "expect"], optional: ["headers", "signs"] },
};

const expectMembers = {
  requests: { needed: ["method", "url", "headers", "body"], optional: ["signs"] },
  answers: {
    needed: ["status"],
    optional: ["reason", "code", "message", "refundId", "because", "contradictions"],
  },
};

function members(value: unknown, where: string, { needed, optional }: Members): string[] {
  const found = Object.keys(Object(value));
  return [
    ...needed.filter((name) => !found.includes(name)).map((name) => `${where} has no ${name}`),
    ...found
      .filter((name) => ![...needed, ...optional].includes(name))
      .map((name) => `${where} has a ${name}, which the runner does not read`),
  ];
}
