/** Says what differs, in a sentence each; nothing where all is equal. */
export function differences(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(expected).flatMap((name) => {
    const [wanted, found] = [show(expected[name]), show(actual[name])];
    return wanted === found ? [] : [`${name} should be ${wanted} and is ${found}`];
  });
}

const show = (value: unknown): string => JSON.stringify(value) ?? "absent";
