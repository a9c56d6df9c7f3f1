import type { Fault } from '../../desk/desk.ts';
import type { Problem } from '../problem.ts';

/** What went wrong and what to do about it. */
export const FaultNotice = ({ fault }: { readonly fault: Fault | Problem }) => (
  <div class="notice bad" role="alert">
    <p>
      <strong>{'message' in fault ? fault.message : fault.detail}</strong>
    </p>
    {fault.hint !== undefined && <p>{fault.hint}</p>}
    {fault.errors !== undefined && fault.errors.length > 0 && (
      <ul>
        {fault.errors.map(({ message }) => (
          <li>{message}</li>
        ))}
      </ul>
    )}
  </div>
);
