// More than there are cores: most tests wait, for storage or as writers do who met.
[assembly: Parallelize(Workers = 4, Scope = ExecutionScope.MethodLevel)]
