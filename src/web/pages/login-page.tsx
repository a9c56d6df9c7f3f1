import { Layout } from './layout.tsx';

/** `next` is where to go once signed in; `refused`: the token just given is not known. */
export const LoginPage = ({ next, refused }: { readonly next: string; readonly refused: boolean }) => (
  <Layout title="Sign in" identity={null}>
    <form class="card login" method="post" action="/login">
      <h1>Sign in</h1>
      <p class="soft">What subscribers will read, seen before they read it.</p>
      {refused && (
        <p class="notice bad" role="alert">
          This token is not known. Check that it was pasted whole, or ask an admin for a new one.
        </p>
      )}
      <input type="hidden" name="next" value={next} />
      <label for="token">Your token</label>
      <input id="token" name="token" type="password" autocomplete="current-password" required />
      <button type="submit">Sign in</button>
    </form>
  </Layout>
);
