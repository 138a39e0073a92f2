import type { StaffRole } from '../../../bot/ports/staff.ts';
import { useWords } from '../languages/use-words.tsx';
import { STAFF_ROLES } from './account-fields.ts';

/** Fields of an account that an admin writes. Without `changesRole` the role stays and the page says why. */
export function UserFields(props: {
  readonly displayName: string;
  readonly role: StaffRole;
  readonly group: string;
  readonly changesRole: boolean;
}) {
  const { users, roles } = useWords();
  const { fields } = users;
  return (
    <>
      <label>
        {fields.displayName}
        <input
          name="displayName"
          value={props.displayName}
          required
          maxLength={80}
          autocomplete="off"
          aria-describedby="display-name-rule"
        />
      </label>
      <p class="rule" id="display-name-rule">
        {fields.displayNameRule}
      </p>
      {props.changesRole ? (
        <label>
          {fields.role}
          <select name="role">
            {STAFF_ROLES.map((role) => (
              <option key={role} value={role} selected={role === props.role}>
                {roles[role]}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <>
          <input type="hidden" name="role" value={props.role} />
          <p class="fixed-role">
            <b>{fields.role}:</b> {roles[props.role]}
          </p>
          <p class="rule">{users.ownRole}</p>
        </>
      )}
      <label>
        {fields.group}
        <input name="group" value={props.group} maxLength={80} autocomplete="off" />
      </label>
    </>
  );
}
