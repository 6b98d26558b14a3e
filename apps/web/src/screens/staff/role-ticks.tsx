import type { Role } from '../../api-client/views-accounts.js';
import { say } from '../../words-staff.js';

const ROLES: readonly Role[] = ['admin', 'practitioner', 'coordinator'];

interface RoleTicksProps {
  value: readonly Role[];
  onChange(roles: Role[]): void;
  error?: string;
}

/** The roles, each with what it lets a person see. */
export function RoleTicks({ value, onChange, error }: RoleTicksProps) {
  return (
    <fieldset className="field">
      <legend className="field-label">{say('staff.roles')}</legend>
      {error && <p className="field-error">{error}</p>}
      {ROLES.map((role) => (
        <label key={role} className="tick">
          <input
            type="checkbox"
            name="roles"
            checked={value.includes(role)}
            onChange={({ target }) =>
              onChange(ROLES.filter((each) => (each === role ? target.checked : value.includes(each))))
            }
          />
          <span>
            {say(`role.${role}`)}
            <small>{say(`roleSees.${role}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
