"""What the controls of the stories can ask of the nerve fibres, solved beforehand.

    find      a state's results, where the library has them
    file      the file that holds them, and what is done where it cannot be read
    packing   traces made small, within a stated error
    solve     the results themselves, from the engine: only ``make library`` and the tests import it

A state that is not in the library is solved by the engine when it is asked for; a test holds both against each other.
"""
