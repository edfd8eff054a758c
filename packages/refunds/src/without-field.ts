/** An object that is read like another one, but lacks a field. A spread would lose getters of classes, inherited and hidden fields. */

/** @returns a view: fields are read from `object` when they are asked for, with it as `this`, so private fields work */
export const withoutField = (object: object, hidden: string): object =>
  // The target stays empty: of a frozen one, a proxy could hide nothing.
  new Proxy(
    {},
    {
      get: (_, name) => (name === hidden ? undefined : Reflect.get(object, name)),
      has: (_, name) => name !== hidden && Reflect.has(object, name),
      ownKeys: () => Reflect.ownKeys(object).filter((name) => name !== hidden),
      getPrototypeOf: () => Reflect.getPrototypeOf(object),
      getOwnPropertyDescriptor(_, name) {
        const own = name !== hidden && Reflect.getOwnPropertyDescriptor(object, name);
        return own ? { enumerable: own.enumerable === true, configurable: true } : undefined;
      },
    },
  );
