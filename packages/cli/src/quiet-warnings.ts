/** Warnings of Node that say nothing to who runs a command: about its SQLite, and about how it reads the configuration. */
const aboutNode =
  /SQLite is an experimental|Type Stripping is an experimental|MODULE_TYPELESS_PACKAGE_JSON/;

export function quietWarnings(): void {
  const emit = process.emitWarning;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    const text = `${warning} ${rest.map((each) => (typeof each === "object" ? JSON.stringify(each) : each)).join(" ")}`;
    if (!aboutNode.test(text)) Reflect.apply(emit, process, [warning, ...rest]);
  }) as typeof process.emitWarning;
}
