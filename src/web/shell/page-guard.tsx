// What happens when a page fails? The frame stays, and the person can load again.
import { Component, type ReactNode } from 'react';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';

export class PageGuard extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    if (!this.state.error) return this.props.children;
    // After a new version is installed, old page chunks are gone: loading again gets the new ones.
    return <ProblemNotice error={this.state.error} retry={() => window.location.reload()} />;
  }
}
