// The C library has another name on each system. Whoever needs it imports `Platform` and gets the one that is there.
#if canImport(Darwin)
  @_exported @preconcurrency import Darwin
#elseif canImport(Musl)
  @_exported @preconcurrency import Musl
#else
  @_exported @preconcurrency import Glibc
#endif
