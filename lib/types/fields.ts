/**
 * The vocabulary of the field tables.
 *
 * Each JSON object of the engine is described once, as a table from field name to field. The table is a value, which
 * the validation of a message walks, and the TypeScript types are derived from it, so the two cannot drift apart.
 *
 * Ranges and markers say what the engine does, found by saving each field and reading it back (8.0.5906), and not what
 * its headers say where the two differ.
 */

/** Carries a TypeScript type that the JSON kind alone does not imply. Exists in types only. */
declare const valueType: unique symbol;

/** A JSON string. */
export interface StringField {
  readonly kind: 'string';
}

/** A JSON string of lower-case hexadecimal digits, two for each byte: the engine keeps the bytes, not the text. */
export interface HexField {
  readonly kind: 'hex';
}

/** `true` or `false`; the engine takes no number for it. */
export interface BooleanField {
  readonly kind: 'boolean';
}

/** A JSON number with or without a fraction. The engine keeps 16 significant digits of it. */
export interface DoubleField {
  readonly kind: 'double';
}

/** A whole number of 32 bits between two bounds, both included; of an enum, only one of `values`. */
export interface IntegerField<Value = number> {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
  readonly values?: readonly number[];
  readonly [valueType]?: Value;
}

/** A whole number of 64 bits: a `number` while it is a safe integer, a `bigint` beyond. */
export interface LongField<Value = number | bigint> {
  readonly kind: 'long';
  readonly min: bigint;
  readonly max: bigint;
  readonly [valueType]?: Value;
}

/** A JSON object with fields of its own. `Loose` and `Strict` are the interfaces made from its table. */
export interface ObjectField<Loose, Strict> {
  readonly kind: 'object';
  readonly fields: FieldTable;
  readonly [valueType]?: { loose: Loose; strict: Strict };
}

/** A JSON array of one kind of item. */
export interface ArrayField<Item> {
  readonly kind: 'array';
  readonly item: Item;
}

/** The array of a message's elements: objects told apart by their `elem_type`. */
export interface ElementsField<Types extends ElementTypes> {
  readonly kind: 'elements';
  readonly [valueType]?: Types;
}

/** The three types of an element: to write, to write strictly, and as the engine returns it. */
export interface ElementTypes {
  loose: unknown;
  strict: unknown;
  result: unknown;
}

/** A JSON array whose items the engine takes and its store drops, so that only an empty one can be saved. */
export interface UnsavedArrayField<Item> {
  readonly kind: 'unsaved-array';
  readonly [valueType]?: Item;
}

/** A message to be sent, or one that the engine gave: what matters is that its values have the right JSON types. */
export interface MessageField<Message> {
  readonly kind: 'message';
  readonly [valueType]?: Message;
}

/** A field of the documented types that the engine does not read, so that any value goes. */
export interface IgnoredField<Value> {
  readonly kind: 'ignored';
  readonly [valueType]?: Value;
}

/** Any field of a table. */
export type Field =
  | StringField
  | HexField
  | BooleanField
  | DoubleField
  | IntegerField<unknown>
  | LongField<unknown>
  | ObjectField<unknown, unknown>
  | ArrayField<Field>
  | ElementsField<ElementTypes>
  | UnsavedArrayField<unknown>
  | MessageField<unknown>
  | IgnoredField<unknown>;

/** A field, with what the table says beyond its kind. */
export type TableEntry = Field & Partial<Markers>;

/** What a table can say about a field beyond its kind. */
interface Markers {
  /** The strict types want this field. The engine itself wants none. */
  readonly required: true;
  /** The engine's store loses the whole object where the field is absent. */
  readonly needed: true;
  /** The engine takes the field, and its store replaces or drops the value: writing it has no lasting effect. */
  readonly kept: false;
  /** The engine leaves the field out of a result where it has nothing to say. */
  readonly returned: 'sometimes';
}

/** Field names and what each of them holds. */
export type FieldTable = Readonly<Record<string, TableEntry>>;

export const string: StringField = { kind: 'string' };
export const hex: HexField = { kind: 'hex' };
export const boolean: BooleanField = { kind: 'boolean' };
export const double: DoubleField = { kind: 'double' };
export const int32: IntegerField = { kind: 'integer', min: -0x8000_0000, max: 0x7fff_ffff };
export const uint32: IntegerField = { kind: 'integer', min: 0, max: 0xffff_ffff };
export const uint64: LongField = { kind: 'long', min: 0n, max: 0xffff_ffff_ffff_ffffn };

/** A whole number of 64 bits, of which real values are safe integers: always a `number` in TypeScript. */
export const count: LongField<number> = { ...uint64 } as LongField<number>;

/** Seconds since 1970. The engine has 64 bits for it, which no date needs: always a `number` in TypeScript. */
export const seconds: LongField<number> = count;

/** A number of an enum where the engine does not mind, or does not keep, what is none of it. */
export function enumOf<Enum extends number>(): IntegerField<Enum> {
  return { ...uint32 } as IntegerField<Enum>;
}

/** A number of an enum, of which the engine keeps these and turns the others into something else. */
export function oneOf<Enum extends number>(...values: Enum[]): IntegerField<Enum> {
  return { kind: 'integer', min: Math.min(...values), max: Math.max(...values), values };
}

/** An object described by a table; the type arguments are the two interfaces made from that same table. */
export function object<Loose, Strict = Loose>(fields: {
  readonly [Name in keyof Loose]-?: TableEntry;
}): ObjectField<Loose, Strict> {
  return { kind: 'object', fields };
}

/** An array whose items are all of one kind. */
export function arrayOf<Item extends Field>(item: Item): ArrayField<Item> {
  return { kind: 'array', item };
}

/** The elements of a message. Which table an element has depends on its `elem_type`. */
export function elements<Types extends ElementTypes>(): ElementsField<Types> {
  return { kind: 'elements' };
}

/** An array whose items a save would lose. */
export function unsavedArray<Item>(): UnsavedArrayField<Item> & Marked<'kept' | 'returned'> {
  return { kind: 'unsaved-array', kept: false, returned: 'sometimes' };
}

/** A message to be sent, or one that the engine gave. */
export function message<Message>(): MessageField<Message> {
  return { kind: 'message' };
}

/** A field of the documented types that the engine does not read. */
export function ignored<Value>(): IgnoredField<Value> & Marked<'kept' | 'returned'> {
  return { kind: 'ignored', kept: false, returned: 'sometimes' };
}

/** A field with some of the markers. */
type Marked<Names extends keyof Markers> = Pick<Markers, Names>;

/** The same field, which the strict types want. */
export function required<F extends Field>(field: F): F & Marked<'required'> {
  return { ...field, required: true };
}

/** The same field, without which the engine's store loses the whole object. */
export function needed<F extends Field>(field: F): F & Marked<'required' | 'needed'> {
  return { ...field, required: true, needed: true };
}

/** The same field, whose value the engine's store replaces or drops. */
export function notKept<F extends Field>(field: F): F & Marked<'kept'> {
  return { ...field, kept: false };
}

/** The same field, which the engine leaves out of a result where it has nothing to say. */
export function sometimes<F extends Field>(field: F): F & Marked<'returned'> {
  return { ...field, returned: 'sometimes' };
}

/** What a field may hold in the loose types. */
export type LooseValue<F> = F extends StringField | HexField
  ? string
  : F extends BooleanField
    ? boolean
    : F extends DoubleField | IntegerField<unknown>
      ? number
      : F extends LongField<infer Value>
        ? Value
        : F extends ObjectField<infer Loose, unknown>
          ? Loose
          : F extends ArrayField<infer Item>
            ? LooseValue<Item>[]
            : F extends ElementsField<infer Types>
              ? Types['loose'][]
              : F extends UnsavedArrayField<infer Item>
                ? Item[]
                : F extends MessageField<infer Value> | IgnoredField<infer Value>
                  ? Value
                  : never;

/** What a field may hold in the strict types: enums are closed. */
export type StrictValue<F> =
  F extends IntegerField<infer Value>
    ? Value
    : F extends ObjectField<unknown, infer Strict>
      ? Strict
      : F extends ArrayField<infer Item>
        ? StrictValue<Item>[]
        : F extends ElementsField<infer Types>
          ? Types['strict'][]
          : LooseValue<F>;

/** What the engine returns in a field. */
export type ResultValue<F> = F extends ElementsField<infer Types> ? Types['result'][] : LooseValue<F>;

/** The names of the fields of a table that have one of the markers. */
type NamesMarked<Table, Marker extends keyof Markers> = {
  [Name in keyof Table]: Marker extends unknown ? (Table[Name] extends Marked<Marker> ? Name : never) : never;
}[keyof Table];

/** The fields of a table but for some. The built-in Omit would lose their docstrings. */
type Without<Table, Names> = Pick<Table, Exclude<keyof Table, Names>>;

/** The loose type of a table: each field optional, each enum a plain `number`. */
export type LooseFields<Table> = { -readonly [Name in keyof Table]?: LooseValue<Table[Name]> };

/** The type of a call's parameter: a field is optional unless the table says "required". */
export type ParameterFields<Table> = Wanted<Pick<Table, NamesMarked<Table, 'required'>>> &
  LooseFields<Without<Table, NamesMarked<Table, 'required'>>>;

type Wanted<Table> = { -readonly [Name in keyof Table]: LooseValue<Table[Name]> };

/** The strict type of a table: only what the engine keeps, with the fields that make sense of it wanted. */
export type StrictFields<Table> = StrictWanted<Pick<Table, NamesMarked<Table, 'required'>>> &
  StrictOptional<Without<Table, NamesMarked<Table, 'required' | 'kept'>>>;

type StrictWanted<Table> = { -readonly [Name in keyof Table]: StrictValue<Table[Name]> };
type StrictOptional<Table> = { -readonly [Name in keyof Table]?: StrictValue<Table[Name]> };

/** What the engine returns of a table: a field is there unless the table says "sometimes". */
export type ResultFields<Table> = ResultAlways<Without<Table, NamesMarked<Table, 'returned'>>> &
  ResultSometimes<Pick<Table, NamesMarked<Table, 'returned'>>>;

type ResultAlways<Table> = { -readonly [Name in keyof Table]: ResultValue<Table[Name]> };
type ResultSometimes<Table> = { -readonly [Name in keyof Table]?: ResultValue<Table[Name]> };
