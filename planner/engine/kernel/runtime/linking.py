"""Puts machine code into memory; fourth floor of planner."""

from collections.abc import Callable, Mapping

from planner.engine.kernel.codegen.signatures import Arguments, native


def functions_of(
    machine_code: bytes, signatures: Mapping[str, Arguments]
) -> list[Callable[..., None]]:
    """Return functions of the machine code, in the order of their signatures.

    Raises OSError where no code may run that a program has made, RuntimeError when the code does
    not hold a function.
    """
    code, addresses = linked(machine_code, *signatures)
    pairs = zip(addresses, signatures.values(), strict=True)
    return [native(code, address, arguments) for address, arguments in pairs]


def _check_that_code_may_run() -> None:
    """Raise OSError where this system forbids it; LLVM would end the process instead."""
    import llvmlite.binding as llvm

    try:
        llvm.check_jit_execution()
    except OSError as error:
        why = "this system forbids a program to run code that it has made itself"
        raise OSError(error.errno, why) from error


def linked(machine_code: bytes, *names: str) -> tuple[object, tuple[int, ...]]:
    """Return what holds the machine code in memory, and the addresses of its functions.

    Raises OSError where no code may run that a program has made, RuntimeError when the code does
    not hold a function.
    """
    import llvmlite.binding as llvm

    _check_that_code_may_run()
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
    engine.add_object_file(llvm.ObjectFileRef.from_data(machine_code))
    engine.finalize_object()
    addresses = tuple(engine.get_function_address(name) for name in names)
    if not all(addresses):
        message = "the compiled kernel does not hold its functions"
        raise RuntimeError(message)
    return engine, addresses
