/** What the compiler says of one type, in the few words that the comparison needs. */
import ts from "typescript";
import type { BothTypes, Place } from "./program.ts";

/** A union, or what is none, by its parts. */
export interface Parts {
  /** Values that are listed one by one, as they are written. */
  readonly values: ReadonlySet<string>;
  /** Types without members: `string`, `unknown`. */
  readonly plain: ReadonlySet<string>;
  readonly objects: readonly ts.Type[];
  /** A type that depends on an unresolved type parameter. */
  readonly deferred: readonly ts.Type[];
}

export interface TypeWords {
  partsOf(type: ts.Type): Parts;
  /** As it is written. */
  text(type: ts.Type): string;
  /** The name that users know a type by, and where it stands. */
  nameOf(type: ts.Type): { readonly name: string; readonly place: Place } | undefined;
  /** The arguments of a type of the language's own or of other people's: `Promise<X>` has X. */
  foreignArguments(type: ts.Type): readonly ts.Type[] | undefined;
}

const deferredFlags =
  ts.TypeFlags.Conditional |
  ts.TypeFlags.IndexedAccess |
  ts.TypeFlags.Index |
  ts.TypeFlags.Substitution |
  ts.TypeFlags.TypeParameter;

/** `string & {}`, which keeps a list of values from swallowing the listed ones. */
const isOpener = (type: ts.Type) =>
  type.isIntersection() && type.types.some((each) => each.flags & ts.TypeFlags.String);

export function wordsFor({ checker, placeOf }: BothTypes): TypeWords {
  const text = (type: ts.Type) =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);

  const isDeferred = (type: ts.Type): boolean =>
    (type.flags & deferredFlags) !== 0 ||
    (type.isIntersection() && type.types.some(isDeferred)) ||
    isGenericMapped(type);

  /** `Omit<T, K>` and similar types of an unresolved T. */
  const isGenericMapped = (type: ts.Type) =>
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0 &&
    type.getProperties().length === 0 &&
    checker.getIndexInfosOfType(type).length === 0;

  function partsOf(type: ts.Type): Parts {
    const parts = {
      values: new Set<string>(),
      plain: new Set<string>(),
      objects: [] as ts.Type[],
      deferred: [] as ts.Type[],
    };
    // `never` is a list without a value, as of codes where a provider documents none.
    if (type.flags & ts.TypeFlags.Never) return parts;
    for (const each of type.isUnion() ? type.types : [type]) {
      if (isOpener(each)) parts.plain.add("string");
      else if (isDeferred(each)) parts.deferred.push(each);
      else if (each.flags & (ts.TypeFlags.Unit | ts.TypeFlags.TemplateLiteral)) {
        parts.values.add(text(each));
      } else if (each.flags & ts.TypeFlags.Object || each.isIntersection())
        parts.objects.push(each);
      else parts.plain.add(text(each));
    }
    return parts;
  }

  function nameOf(type: ts.Type) {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const place = placeOf(symbol?.declarations?.[0]);
    if (!symbol || !place || !(symbol.flags & ts.SymbolFlags.Type)) return undefined;
    // What is written in place has a name of the compiler's own.
    if (symbol.name.startsWith("__")) return undefined;
    return { name: symbol.name, place };
  }

  function foreignArguments(type: ts.Type) {
    const symbol = type.getSymbol();
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || placeOf(declaration) || symbol.name.startsWith("__")) {
      return undefined;
    }
    const isReference = (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference;
    return isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
  }

  return { partsOf, text, nameOf, foreignArguments };
}
