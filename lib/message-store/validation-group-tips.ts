/**
 * What the engine's store keeps of a group tips element depends on how its fields go together (8.0.5906, by
 * experiment), which a table of fields cannot say.
 */
import { valueForJson } from '../json/json-view.js';
import { TIMGroupTipGroupChangeFlag as Flag } from '../types/enums.js';
import { refuseAs, type Path } from './validation-refusal.js';

const OPERATOR = 'group_tips_elem_op_user_info';
const CHANGED = 'group_tips_elem_changed_user_info_array';
const CUSTOM = 'user_profile_custom_string_array';
const KEY = 'user_profile_custom_string_info_key';
const CHANGES = 'group_tips_elem_group_change_info_array';
const FLAG = 'group_tips_group_change_info_flag';

/** What is kept of a change, by its flag: the text, unless it says otherwise. */
const KEPT_VALUES: ReadonlyMap<unknown, readonly string[]> = new Map([
  [Flag.kTIMGroupTipChangeFlag_Custom, ['value', 'key']],
  [Flag.kTIMGroupTipChangeFlag_ShutupAll, ['bool_value']],
  [Flag.kTIMGroupTipChangeFlag_GroupAddOpt, ['int_value']],
  [Flag.kTIMGroupTipChangeFlag_GroupApproveOpt, ['int_value']],
]);

/**
 * Refuses a group tips element that {@link MessageWalk} has passed, where the engine would lose a part of it.
 *
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` with the path of what would be lost.
 */
export function assertGroupTips(element: object, path: Path): void {
  const operator = valueForJson(element, OPERATOR);
  if (operator !== undefined) assertOperator(operator, [...path, OPERATOR]);
  forEachItem(element, CHANGED, path, assertCustomFields);
  assertChanges(element, path);
}

/** Without an id the nickname and the picture are dropped; of those it was done to they are not. */
function assertOperator(profile: unknown, path: Path): void {
  assertCustomFields(profile, path);
  if (!isEmpty(fieldOf(profile, 'user_profile_identifier'))) return;
  if (['user_profile_nick_name', 'user_profile_face_url'].every((name) => isEmpty(fieldOf(profile, name))))
    return;
  refuseAs(
    [...path, 'user_profile_identifier'],
    'is missing, and without it the engine would lose the nickname and the picture. Fill it in.',
  );
}

function assertCustomFields(profile: unknown, path: Path): void {
  const keys = new Set<unknown>();
  forEachItem(profile, CUSTOM, path, (field, fieldPath) => {
    const key = fieldOf(field, KEY) ?? '';
    if (keys.has(key)) {
      refuseAs([...fieldPath, KEY], 'stands twice: the engine would keep one of the two. Leave one out.');
    }
    keys.add(key);
  });
}

function assertChanges(element: unknown, path: Path): void {
  const flags = new Set<number>();
  forEachItem(element, CHANGES, path, (change, changePath) => {
    const flag = Number(fieldOf(change, FLAG));
    assertValues(change, flag, changePath);
    if (flags.has(flag) && flag !== Flag.kTIMGroupTipChangeFlag_Custom) {
      refuseAs(
        [...changePath, FLAG],
        `is ${flag}, as that of a change before it: the engine would lose this one. Save it in an element of its own.`,
      );
    }
    flags.add(flag);
  });
}

function assertValues(change: unknown, flag: number, path: Path): void {
  const kept = KEPT_VALUES.get(flag) ?? ['value'];
  for (const kind of ['value', 'key', 'bool_value', 'int_value']) {
    const name = `group_tips_group_change_info_${kind}`;
    const value = fieldOf(change, name);
    if (isEmpty(value)) continue;
    if (!kept.includes(kind)) {
      refuseAs(
        [...path, name],
        `would be lost: of a change with the flag ${flag} the engine keeps ${kept.join(' and ')}.`,
      );
    }
  }
}

function forEachItem(
  record: unknown,
  name: string,
  path: Path,
  check: (item: unknown, path: Path) => void,
): void {
  const array = fieldOf(record, name) as unknown[] | undefined;
  for (let index = 0; index < (array?.length ?? 0); index++)
    check(fieldOf(array, index), [...path, name, index]);
}

function fieldOf(record: unknown, name: string | number): unknown {
  return valueForJson(record as object, name);
}

/** Whether a value is what the engine gives back for one that is absent. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || value === false || value === 0 || value === 0n;
}
