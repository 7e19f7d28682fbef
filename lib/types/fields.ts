/**
 * The vocabulary of the field tables.
 *
 * Each JSON object of the engine is described once, as a table from field name to field. The table is a value, which
 * the validation of a message walks, and the TypeScript types are derived from it, so the two cannot drift apart.
 */

/** Marks a field whose TypeScript type is not what its JSON kind implies. Exists in types only. */
declare const valueType: unique symbol;

/** A JSON string. */
export interface StringField {
  readonly kind: 'string';
}

/** `true` or `false`; the engine takes no number for it. */
export interface BooleanField {
  readonly kind: 'boolean';
}

/** A finite JSON number, with or without a fraction. */
export interface DoubleField {
  readonly kind: 'double';
}

/** A whole number between two bounds, both included, that a JavaScript number holds exactly. */
export interface IntegerField<Value = number> {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
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
export interface ElementsField<Loose, Strict> {
  readonly kind: 'elements';
  readonly [valueType]?: { loose: Loose; strict: Strict };
}

/** The messages inside a merged message, which the engine does not give back after a save. */
export interface MergedMessagesField<Message> {
  readonly kind: 'merged-messages';
  readonly [valueType]?: Message;
}

/** A field that exists in the documented types and that the engine does not know, so that any value goes. */
export interface IgnoredField<Value> {
  readonly kind: 'ignored';
  readonly [valueType]?: Value;
}

/** Any field of a table. */
export type Field =
  | StringField
  | BooleanField
  | DoubleField
  | IntegerField<unknown>
  | LongField<unknown>
  | ObjectField<unknown, unknown>
  | ArrayField<Field>
  | ElementsField<unknown, unknown>
  | MergedMessagesField<unknown>
  | IgnoredField<unknown>;

/** Field names and what each of them holds. */
export type FieldTable = Readonly<Record<string, TableEntry>>;

/** A field, with what the table says beyond its kind. */
export type TableEntry = Field & {
  /** The strict types want this field. The engine itself wants none. */
  readonly required?: boolean;
  /** False where the engine takes the field and its store does not keep the value. */
  readonly kept?: boolean;
};

export const string: StringField = { kind: 'string' };
export const boolean: BooleanField = { kind: 'boolean' };
export const double: DoubleField = { kind: 'double' };
export const int32: IntegerField = { kind: 'integer', min: -0x8000_0000, max: 0x7fff_ffff };
export const uint32: IntegerField = { kind: 'integer', min: 0, max: 0xffff_ffff };
export const uint64: LongField = { kind: 'long', min: 0n, max: 0xffff_ffff_ffff_ffffn };

/** Seconds since 1970. The engine has 64 bits for it, which no date needs: always a `number` in TypeScript. */
export const seconds: LongField<number> = uint64 as LongField<number>;

/** A number of an enum of the engine. Loose types take any `number`, so that plain variables and literals compile. */
export function enumOf<Enum extends number>(): IntegerField<Enum> {
  return uint32 as IntegerField<Enum>;
}

/** An object described by a table; the type arguments are the two interfaces made from that same table. */
export function object<Loose, Strict = Loose>(fields: {
  readonly [Name in keyof Loose]-?: TableEntry;
}): ObjectField<Loose, Strict> {
  return { kind: 'object', fields: fields };
}

/** An array whose items are all of one kind. */
export function arrayOf<Item extends Field>(item: Item): ArrayField<Item> {
  return { kind: 'array', item };
}

/** The elements of a message. Which table an element has depends on its `elem_type`. */
export function elements<Loose, Strict>(): ElementsField<Loose, Strict> {
  return { kind: 'elements' };
}

/** The messages inside a merged message. */
export function mergedMessages<Message>(): MergedMessagesField<Message> {
  return { kind: 'merged-messages' };
}

/** A field of the documented types that the engine does not know. */
export function ignored<Value>(): IgnoredField<Value> & { readonly kept: false } {
  return { kind: 'ignored', kept: false };
}

/** The same field, which the strict types want. */
export function required<F extends Field>(field: F): F & { readonly required: true } {
  return { ...field, required: true };
}

/** The same field, whose value the engine's store replaces or drops: writing it has no lasting effect. */
export function notKept<F extends Field>(field: F): F & { readonly kept: false } {
  return { ...field, kept: false };
}

/** What a field may hold in the loose types. */
export type LooseValue<F> = F extends StringField
  ? string
  : F extends BooleanField
    ? boolean
    : F extends DoubleField
      ? number
      : F extends IntegerField<unknown>
        ? number
        : F extends LongField<infer Value>
          ? Value
          : F extends ObjectField<infer Loose, unknown>
            ? Loose
            : F extends ArrayField<infer Item>
              ? LooseValue<Item>[]
              : F extends ElementsField<infer Loose, unknown>
                ? Loose[]
                : F extends MergedMessagesField<infer Message>
                  ? Message[]
                  : F extends IgnoredField<infer Value>
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
        : F extends ElementsField<unknown, infer Strict>
          ? Strict[]
          : LooseValue<F>;

type RequiredNames<Table> = {
  [Name in keyof Table]: Table[Name] extends { readonly required: true } ? Name : never;
}[keyof Table];

type NotKeptNames<Table> = {
  [Name in keyof Table]: Table[Name] extends { readonly kept: false } ? Name : never;
}[keyof Table];

/** The loose type of a table: each field optional, each enum a plain `number`. */
export type LooseFields<Table> = { -readonly [Name in keyof Table]?: LooseValue<Table[Name]> };

/** The strict type of a table: only what the engine keeps, with the fields that make sense of it wanted. */
export type StrictFields<Table> = StrictWanted<Pick<Table, RequiredNames<Table>>> &
  StrictOptional<Omit2<Table, RequiredNames<Table> | NotKeptNames<Table>>>;

type StrictWanted<Table> = { -readonly [Name in keyof Table]: StrictValue<Table[Name]> };
type StrictOptional<Table> = { -readonly [Name in keyof Table]?: StrictValue<Table[Name]> };

/** `Omit` that keeps the fields' docstrings, which the built-in one loses. */
type Omit2<Table, Names> = Pick<Table, Exclude<keyof Table, Names>>;
